// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import java.util.Optional;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.TypeDecl;
import vireo.generator.resolve.BlockLayout;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.ProtocolAnnotations;
import vireo.generator.resolve.SourceMembers;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.World;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Lowers one type with all of its members. */
final class TypeLowering {
    private final World world;
    private final SourceType type;

    TypeLowering(World world, SourceType type) {
        this.world = world;
        this.type = type;
    }

    /** The type; units are none. */
    TypeDecl lower() {
        refuseBoxed();
        return switch (type.kind()) {
            case BLOCK -> block();
            case DMA_STRUCT, RING -> dma();
            case VALUE -> record();
            case OBJECT -> object();
            case INTERFACE -> interfaceType();
            case ENUM -> new TypeDecl.EnumDecl(type.name(), members().enumConstants(), doc(), span());
            case UNIT -> throw new IllegalStateException("a unit is no type of values");
        };
    }

    private void refuseBoxed() {
        if (type.boxed() && type.kind() != SourceType.Kind.OBJECT) {
            world.findings()
                    .declaration(
                            type.declaration().nameSpan(),
                            "`@Boxed` on " + article() + type.kind().text(),
                            "Mark the classes whose objects live on the heap, and nothing else: "
                                    + article() + type.kind().text() + " has no memory of its own to give back.");
        }
    }

    private String article() {
        return type.kind() == SourceType.Kind.INTERFACE || type.kind() == SourceType.Kind.ENUM ? "an " : "a ";
    }

    private TypeDecl block() {
        refuseMethods();
        BlockLayout layout = world.block(type.name());
        return new TypeDecl.BlockDecl(
                type.name(),
                layout.size(),
                layout.registers().stream()
                        .map(BlockLayout.Register::declaration)
                        .toList(),
                members().constants(),
                type.declaration().modifiers().annotation("Snapshot").isPresent(),
                new ProtocolAnnotations(world, type).writingStage(),
                doc(),
                span());
    }

    private TypeDecl dma() {
        refuseMethods();
        return world.layout(type.name());
    }

    private void refuseMethods() {
        for (Member member : type.declaration().members()) {
            if (member instanceof Member.Method method) {
                world.findings()
                        .outside(
                                method.nameSpan(),
                                "a method in a " + type.kind().text(),
                                "Put it in the class that uses the "
                                        + type.kind().text() + ".");
            }
        }
    }

    private TypeDecl record() {
        for (Member member : type.declaration().members()) {
            if (member instanceof Member.Constructor made) {
                world.findings()
                        .outside(
                                made.nameSpan(),
                                "a constructor of a record",
                                "Write a static method that checks, and then makes the record.");
            } else if (member instanceof Member.Method method
                    && method.parameters().isEmpty()
                    && members().field(method.name()).isPresent()) {
                world.findings()
                        .outside(
                                method.nameSpan(),
                                "an accessor of one's own",
                                "Give the method another name than the component.");
            }
        }
        new InterfaceChecks(world, type).check();
        return new TypeDecl.RecordDecl(
                type.name(),
                type.linear(),
                interfaces(),
                members().constants(),
                members().fields(),
                methods(),
                doc(),
                span(),
                new ProtocolAnnotations(world, type).stage());
    }

    private TypeDecl object() {
        new InterfaceChecks(world, type).check();
        List<MethodDecl> methods = methods();
        MethodDecl constructor = methods.stream()
                .filter(m -> m.kind() == MethodDecl.Kind.CONSTRUCTOR)
                .findFirst()
                .orElseThrow();
        boolean functions = constructor.isPrivate()
                && members().fields().isEmpty()
                && methods.stream().noneMatch(m -> m.kind() == MethodDecl.Kind.INSTANCE);
        List<MethodDecl> kept =
                functions ? methods.stream().filter(m -> m != constructor).toList() : methods;
        return new TypeDecl.ClassDecl(
                type.name(),
                type.linear(),
                type.boxed(),
                functions,
                interfaces(),
                members().constants(),
                members().fields(),
                kept,
                doc(),
                span());
    }

    private TypeDecl interfaceType() {
        return new TypeDecl.InterfaceDecl(
                type.name(),
                type.linear(),
                Optional.empty(),
                members().constants(),
                methods(),
                world.implementations().of(type),
                doc(),
                span());
    }

    private List<MethodDecl> methods() {
        return members().methods().stream()
                .map((MethodSymbol m) -> new MethodLowering(world, m).lower())
                .toList();
    }

    private List<String> interfaces() {
        return world.implementations().interfacesOf(type);
    }

    private SourceMembers members() {
        return world.members(type);
    }

    private String doc() {
        TypeDeclaration declaration = type.declaration();
        return declaration.documentation().javadoc();
    }

    private Span span() {
        return type.declaration().nameSpan();
    }
}
