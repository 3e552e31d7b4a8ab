// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.Optional;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Type;
import vireo.generator.resolve.DslMethod;
import vireo.generator.resolve.Implementations;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.TypeSymbol;
import vireo.generator.resolve.TypeText;
import vireo.generator.resolve.World;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.TypeName;

/** Holds a class against the interfaces that it implements: every method is there, takes all that is promised, gives no more. */
final class InterfaceChecks {
    private final World world;
    private final SourceType type;

    InterfaceChecks(World world, SourceType type) {
        this.world = world;
        this.type = type;
    }

    void check() {
        for (TypeName written : Implementations.written(type)) {
            Optional<TypeSymbol> symbol = world.names(type).type(written.name());
            if (symbol.isEmpty()) {
                world.findings()
                        .unknown(
                                written.span(),
                                "interface",
                                written.name(),
                                world.names(type).suggestions());
            } else if (symbol.get() instanceof TypeSymbol.Source source
                    && source.type().kind() == SourceType.Kind.INTERFACE) {
                world.members(source.type()).methods().forEach(m -> check(m, written));
            } else if (symbol.get() instanceof TypeSymbol.Dsl dsl
                    && !dsl.type().contract().isEmpty()
                    && type.kind() == SourceType.Kind.OBJECT) {
                dsl.type().contract().forEach(m -> check(m, written));
            } else if (!symbol.get().name().equals("AutoCloseable")) {
                world.findings()
                        .outside(
                                written.span(),
                                "implementing `" + written.name() + "`",
                                "Implement interfaces of the driver, those of the dsl that a class may implement, or"
                                        + " AutoCloseable.");
            }
        }
    }

    private void check(MethodSymbol promised, TypeName at) {
        if (promised.kind() != MethodDecl.Kind.INSTANCE || promised.body().isPresent()) {
            return;
        }
        Optional<MethodSymbol> found = world.members(type).methods(promised.name()).stream()
                .filter(m -> m.signature().equals(promised.signature()) && m.isInstance())
                .findFirst();
        if (found.isEmpty()) {
            boolean component = promised.parameters().isEmpty()
                    && world.members(type).field(promised.name()).isPresent();
            world.findings()
                    .declaration(
                            at.span(),
                            "`" + type.simpleName() + "` does not implement `" + promised.signature() + "` of `"
                                    + at.text() + "`",
                            component
                                    ? "A component is no method in C: write a method of another name."
                                    : "Write the method.");
            return;
        }
        MethodSymbol given = found.get();
        checkVisible(given);
        checkMoves(promised, given);
        for (int i = 0; i < promised.parameters().size(); i++) {
            if (!holds(
                    given.parameters().get(i).type(),
                    promised.parameters().get(i).type())) {
                world.findings()
                        .mismatch(
                                given.parameters().get(i).span(),
                                "the interface lets callers pass "
                                        + TypeText.of(
                                                promised.parameters().get(i).type()) + ", and this takes "
                                        + TypeText.of(given.parameters().get(i).type()),
                                "Take at least what the interface promises.");
            }
        }
        if (!TypeText.plain(given.result()).equals(TypeText.plain(promised.result()))
                || !holds(promised.result(), given.result())) {
            world.findings()
                    .mismatch(
                            given.nameSpan(),
                            "the interface promises " + TypeText.of(promised.result()) + ", and this gives "
                                    + TypeText.of(given.result()),
                            "Give no more than the interface promises.");
        }
        if (given.throwing() != promised.throwing()) {
            world.findings()
                    .mismatch(
                            given.nameSpan(),
                            "`" + given.name() + "` " + (given.throwing() ? "throws" : "does not throw")
                                    + ", and the interface says otherwise",
                            "Declare `throws DriverException` in both or in neither: both have the same form in C.");
        }
    }

    /** The kernel calls what the dsl promises it: the same parameters, the same result. */
    private void check(DslMethod promised, TypeName at) {
        Optional<MethodSymbol> found = world.members(type).methods(promised.name()).stream()
                .filter(m -> m.isInstance() && m.signature().equals(PortInterface.signature(promised)))
                .findFirst();
        if (found.isEmpty()) {
            world.findings()
                    .declaration(
                            at.span(),
                            "`" + type.simpleName() + "` does not implement `" + PortInterface.signature(promised)
                                    + "` of `" + at.text() + "`",
                            "Write the method.");
            return;
        }
        MethodSymbol given = found.get();
        checkVisible(given);
        if (given.throwing() != promised.throwing()) {
            differs(given, "the dsl's method " + (promised.throwing() ? "throws" : "does not throw") + ", and this is otherwise");
        }
        if (!TypeText.plain(given.result()).equals(TypeText.plain(promised.result()))) {
            differs(given, "the dsl promises " + TypeText.of(promised.result()) + ", and this gives "
                    + TypeText.of(given.result()));
        }
        if (given.movesReceiver() != promised.movesReceiver()) {
            differs(given, "`@Moves` stands on one of the two methods only");
        }
    }

    private void differs(MethodSymbol given, String what) {
        world.findings().mismatch(given.nameSpan(), what, "Declare the method as the dsl's interface does.");
    }

    /** Who owns what after a call must not depend on the class that is called. */
    private void checkMoves(MethodSymbol promised, MethodSymbol given) {
        if (promised.movesReceiver() != given.movesReceiver()) {
            world.findings()
                    .mismatch(
                            given.nameSpan(),
                            "the interface's method " + (promised.movesReceiver() ? "ends" : "does not end")
                                    + " its object, and this is otherwise",
                            "Put `@Moves` on both methods or on neither.");
        }
        for (int i = 0; i < promised.parameters().size(); i++) {
            if (promised.parameters().get(i).kind() != given.parameters().get(i).kind()) {
                world.findings()
                        .mismatch(
                                given.parameters().get(i).span(),
                                "`@Moves` stands on this parameter in the class or in the interface, and not in both",
                                "Put it on both parameters or on neither.");
            }
        }
    }

    /** What an interface promises, everybody may call. */
    private void checkVisible(MethodSymbol given) {
        boolean isPublic = type.declaration().members().stream()
                .filter(Member.Method.class::isInstance)
                .map(Member.Method.class::cast)
                .filter(method -> method.nameSpan().equals(given.nameSpan()))
                .anyMatch(method -> method.modifiers().has(Modifiers.Keyword.PUBLIC));
        if (!isPublic) {
            world.findings()
                    .mismatch(
                            given.nameSpan(),
                            "`" + given.name() + "` is part of an interface and not public",
                            "Write `public`: Java asks for it, and callers of the interface get there in any case.");
        }
    }

    /** Whether every number of the inner type is one of the outer type. */
    private static boolean holds(Type outer, Type inner) {
        return !(outer instanceof Type.Int o && inner instanceof Type.Int i)
                || o.range().contains(i.range()) && o.qualifiers().equals(i.qualifiers());
    }
}
