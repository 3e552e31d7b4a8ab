// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.VariableDeclarator;

/** The constants of one type, each evaluated when it is first asked for. */
final class ConstantTable {
    private record Declared(Member.Field field, VariableDeclarator declarator) {}

    private final World world;
    private final SourceType type;
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, Optional<TypeDecl.ConstantDecl>> evaluated = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    ConstantTable(World world, SourceType type) {
        this.world = world;
        this.type = type;
        for (Member.Field field : SourceMembers.fieldMembers(type)) {
            if (isConstant(type, field)) {
                for (VariableDeclarator declarator : field.declarators()) {
                    Declared first = declared.putIfAbsent(declarator.name(), new Declared(field, declarator));
                    if (first != null) {
                        world.findings()
                                .duplicate(
                                        declarator.nameSpan(),
                                        "constant",
                                        declarator.name(),
                                        first.declarator().nameSpan());
                    }
                }
            }
        }
    }

    static boolean isConstant(SourceType type, Member.Field field) {
        return field.modifiers().has(Modifiers.Keyword.STATIC) || type.kind() == SourceType.Kind.INTERFACE;
    }

    boolean declares(String name) {
        return declared.containsKey(name);
    }

    List<String> names() {
        return List.copyOf(declared.keySet());
    }

    List<TypeDecl.ConstantDecl> all() {
        return declared.keySet().stream().flatMap(n -> find(n).stream()).toList();
    }

    Optional<TypeDecl.ConstantDecl> find(String name) {
        Declared at = declared.get(name);
        if (at == null) {
            return Optional.empty();
        }
        Optional<TypeDecl.ConstantDecl> known = evaluated.get(name);
        if (known == null) {
            if (!underWay.add(name)) {
                world.findings()
                        .mismatch(
                                at.declarator().nameSpan(),
                                "constant `" + name + "` is defined by itself",
                                "Give it a value of its own.");
                return Optional.empty();
            }
            known = evaluate(at);
            underWay.remove(name);
            evaluated.put(name, known);
        }
        return known;
    }

    private Optional<TypeDecl.ConstantDecl> evaluate(Declared at) {
        VariableDeclarator declarator = at.declarator();
        Type declaredType =
                world.types().resolve(declarator.type(), at.field().modifiers().annotations(), type);
        if (declarator.initializer().isEmpty()) {
            world.findings()
                    .declaration(
                            declarator.nameSpan(),
                            "constant `" + declarator.name() + "` has no value",
                            "Write `= ...` behind it.");
            return Optional.empty();
        }
        if (declaredType instanceof Type.Erroneous) {
            return Optional.empty();
        }
        Expression initializer = declarator.initializer().get();
        if (!(declaredType instanceof Type.Int) && !(declaredType instanceof Type.Bool)) {
            world.findings()
                    .outside(
                            declarator.span(),
                            "a constant of type `" + TypeText.of(declaredType) + "`",
                            "Constants are numbers and booleans; keep other values in fields of an object.");
            return Optional.empty();
        }
        return world.constants()
                .evaluate(initializer, type)
                .flatMap(v -> fitted(v, declaredType, initializer))
                .map(v -> new TypeDecl.ConstantDecl(
                        type.name(),
                        declarator.name(),
                        v,
                        v.signum() < 0 ? Optional.empty() : new ConstantExpression(world, type).of(initializer),
                        declaredType,
                        at.field().modifiers().has(Modifiers.Keyword.PRIVATE),
                        isHexadecimal(initializer),
                        at.field().documentation().javadoc(),
                        declarator.nameSpan(),
                        new ProtocolAnnotations(world, type).feature(at.field().modifiers()),
                        new ProtocolAnnotations(world, type).prerequisites(at.field().modifiers())));
    }

    private Optional<BigInteger> fitted(JavaConstant value, Type declaredType, Expression initializer) {
        boolean isBoolean = value.kind() == JavaConstant.Kind.BOOLEAN;
        if (isBoolean != declaredType instanceof Type.Bool) {
            world.findings()
                    .mismatch(
                            initializer.span(),
                            "the value is a " + (isBoolean ? "boolean" : "number") + ", and "
                                    + TypeText.of(declaredType) + " is needed",
                            "Change the type or the value.");
            return Optional.empty();
        }
        if (!(declaredType instanceof Type.Int number)) {
            return Optional.of(value.value());
        }
        if (value.kind() == JavaConstant.Kind.LONG && number.java() != Type.Java.LONG) {
            world.findings()
                    .mismatch(
                            initializer.span(),
                            "the value is a long, and the constant an int",
                            "Declare the constant `long`.");
            return Optional.empty();
        }
        BigInteger exact = value.value();
        boolean unsigned64 = number.range().max().bitLength() == 64;
        if (unsigned64 && exact.signum() < 0 && value.kind() == JavaConstant.Kind.LONG) {
            exact = exact.add(BigInteger.ONE.shiftLeft(64));
        }
        if (!number.range().contains(exact)) {
            world.findings()
                    .report(
                            "VR302",
                            initializer.span(),
                            "the value " + exact + " is not within " + number.range() + ", which `"
                                    + TypeText.of(declaredType) + "` promises",
                            "Code that relies on the declared range would go wrong.",
                            "Correct the value or the declared range.");
            return Optional.empty();
        }
        return Optional.of(exact);
    }

    private static boolean isHexadecimal(Expression e) {
        if (e instanceof Expression.IntLiteral literal) {
            return literal.hexadecimal();
        }
        if (e instanceof Expression.Unary unary) {
            return isHexadecimal(unary.operand());
        }
        if (e instanceof Expression.Binary binary) {
            boolean shift = binary.operator() == Expression.BinaryOperator.SHIFT_LEFT;
            return shift || isHexadecimal(binary.left()) || isHexadecimal(binary.right());
        }
        return e instanceof Expression.Call;
    }
}
