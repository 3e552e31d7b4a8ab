// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.TypeName;
import vireo.generator.syntax.ast.VariableDeclarator;

/** The fields of a class or the components of a value record: first without what relates them to one another, then with it. */
final class FieldTable {
    private record Declared(
            FieldDecl base, TypeName written, List<Annotation> annotations, Optional<Expression> initializer) {}

    private final World world;
    private final SourceType type;
    private Map<String, Declared> declared;
    private Map<String, FieldDecl> related;

    FieldTable(World world, SourceType type) {
        this.world = world;
        this.type = type;
    }

    Optional<FieldDecl> findBase(String name) {
        return Optional.ofNullable(declared().get(name)).map(Declared::base);
    }

    Optional<FieldDecl> find(String name) {
        return Optional.ofNullable(related().get(name));
    }

    List<FieldDecl> all() {
        return List.copyOf(related().values());
    }

    Map<String, Expression> initializers() {
        Map<String, Expression> found = new LinkedHashMap<>();
        declared().forEach((name, d) -> d.initializer().ifPresent(i -> found.put(name, i)));
        return found;
    }

    private Map<String, FieldDecl> related() {
        if (related == null) {
            related = new LinkedHashMap<>();
            SourceMembers members = world.members(type);
            Terms terms = new Terms(world);
            for (Declared d : declared().values()) {
                FieldDecl base = d.base();
                Type full = terms.relate(
                        base.type(),
                        d.written(),
                        d.annotations(),
                        name -> members.termRoot(name, Optional.of(members.self(base.span())), base.span()));
                related.put(
                        base.name(),
                        new FieldDecl(
                                base.owner(),
                                base.name(),
                                full,
                                base.isFinal(),
                                base.isPrivate(),
                                base.doc(),
                                base.span()));
            }
        }
        return related;
    }

    private Map<String, Declared> declared() {
        if (declared == null) {
            declared = new LinkedHashMap<>();
            if (type.kind() == SourceType.Kind.VALUE
                    && type.declaration() instanceof TypeDeclaration.RecordType record) {
                record.components().forEach(this::addComponent);
            } else if (type.kind() == SourceType.Kind.OBJECT) {
                SourceMembers.fieldMembers(type).stream()
                        .filter(f -> !ConstantTable.isConstant(type, f))
                        .forEach(this::addFields);
            }
        }
        return declared;
    }

    private void addComponent(RecordComponent component) {
        List<Annotation> annotations = component.modifiers().annotations();
        Type base = storable(
                world.types().resolve(component.type(), annotations, type),
                component.type().span());
        if (base instanceof Type.Array) {
            world.findings()
                    .outside(component.span(), "an array in a value record", "Keep arrays in fields of classes.");
            base = new Type.Erroneous();
        }
        FieldDecl field = new FieldDecl(
                type.name(),
                component.name(),
                base,
                true,
                false,
                component.documentation().javadoc(),
                component.nameSpan());
        add(new Declared(field, component.type(), annotations, Optional.empty()));
    }

    private void addFields(Member.Field field) {
        List<Annotation> annotations = field.modifiers().annotations();
        for (VariableDeclarator declarator : field.declarators()) {
            Type base = storable(
                    world.types().resolve(declarator.type(), annotations, type),
                    declarator.type().span());
            if (base instanceof Type.Array array && declarator.initializer().isPresent()) {
                base = new Type.Array(
                        array.element(),
                        fixedLength(declarator.initializer().get(), array),
                        array.length(),
                        array.index());
            }
            if (!field.modifiers().has(Modifiers.Keyword.PRIVATE)) {
                world.findings()
                        .outside(
                                declarator.nameSpan(),
                                "a field that is not private",
                                "Declare it `private`, and give it a method that reads it.");
            }
            FieldDecl made = new FieldDecl(
                    type.name(),
                    declarator.name(),
                    base,
                    field.modifiers().has(Modifiers.Keyword.FINAL),
                    field.modifiers().has(Modifiers.Keyword.PRIVATE),
                    field.documentation().javadoc(),
                    declarator.nameSpan());
            add(new Declared(made, declarator.type(), annotations, declarator.initializer()));
        }
    }

    private void add(Declared field) {
        Declared first = declared.putIfAbsent(field.base().name(), field);
        if (first != null) {
            world.findings()
                    .duplicate(
                            field.base().span(),
                            "field",
                            field.base().name(),
                            first.base().span());
        } else if (world.members(type).hasConstant(field.base().name())) {
            world.findings()
                    .declaration(
                            field.base().span(),
                            "`" + field.base().name() + "` is a constant already",
                            "Rename one of them.");
        }
    }

    private Type storable(Type resolved, Span at) {
        if (resolved instanceof Type.Register || resolved instanceof Type.Cell || resolved instanceof Type.Void) {
            world.findings()
                    .outside(
                            at,
                            "a field of type `" + TypeText.of(resolved) + "`",
                            "Keep the block, structure or ring, and name its component where it is accessed.");
            return new Type.Erroneous();
        }
        return resolved;
    }

    /** The constant length of {@code new int[MAX]}; empty where the initializer is something else. */
    private OptionalInt fixedLength(Expression initializer, Type.Array declaredAs) {
        if (!(initializer instanceof Expression.NewArray array)
                || array.lengths().size() != 1) {
            return OptionalInt.empty();
        }
        Type made = world.types().resolve(array.type(), List.of(), type);
        if (!TypeText.plain(made).equals(TypeText.plain(declaredAs))) {
            world.findings().mismatch(array.span(), made, declaredAs, "the new array");
        }
        Optional<JavaConstant> length =
                world.constants().evaluate(array.lengths().get(0), type);
        declaredAs.index().ifPresent(unit -> world.types().length(unit, array.lengths().get(0), type));
        if (length.isEmpty()) {
            return OptionalInt.empty();
        }
        if (length.get().value().signum() <= 0 || length.get().value().bitLength() > 31) {
            world.findings()
                    .mismatch(
                            array.lengths().get(0).span(),
                            "an array of " + length.get().value() + " elements",
                            "Give it at least one.");
            return OptionalInt.empty();
        }
        return OptionalInt.of(length.get().value().intValue());
    }
}
