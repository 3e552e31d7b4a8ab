// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Evaluates constant expressions by Java's rules, except that arithmetic that leaves its type is refused (VR301). */
public final class ConstantEvaluator {
    private final World world;

    ConstantEvaluator(World world) {
        this.world = world;
    }

    /** The value; empty where it is none, which is reported. */
    public Optional<JavaConstant> evaluate(Expression e, SourceType context) {
        if (e instanceof Expression.IntLiteral literal) {
            return Optional.of(JavaConstant.number(literal.value(), literal.isLong()));
        }
        if (e instanceof Expression.CharLiteral literal) {
            return Optional.of(JavaConstant.number(BigInteger.valueOf(literal.value()), false));
        }
        if (e instanceof Expression.BooleanLiteral literal) {
            return Optional.of(JavaConstant.of(literal.value()));
        }
        if (e instanceof Expression.Name name) {
            return named(name, context);
        }
        if (e instanceof Expression.FieldAccess access) {
            return qualified(access, context);
        }
        if (e instanceof Expression.Unary unary) {
            return evaluate(unary.operand(), context)
                    .flatMap(v -> ConstantArithmetic.unary(unary, v, world.findings()));
        }
        if (e instanceof Expression.Binary binary) {
            Optional<JavaConstant> left = evaluate(binary.left(), context);
            Optional<JavaConstant> right = evaluate(binary.right(), context);
            return left.isEmpty() || right.isEmpty()
                    ? Optional.empty()
                    : ConstantArithmetic.binary(binary, left.get(), right.get(), world.findings());
        }
        if (e instanceof Expression.Conditional choice) {
            Optional<JavaConstant> condition = evaluate(choice.condition(), context);
            Optional<JavaConstant> yes = evaluate(choice.then(), context);
            Optional<JavaConstant> no = evaluate(choice.otherwise(), context);
            return yes.isEmpty() || no.isEmpty()
                    ? Optional.empty()
                    : condition.map(c -> c.isTrue() ? yes.get() : no.get());
        }
        if (e instanceof Expression.Cast cast) {
            return evaluate(cast.operand(), context).flatMap(v -> cast(cast, v));
        }
        if (e instanceof Expression.Call call && isBitMask(call, context)) {
            return evaluate(call.arguments().get(0), context)
                    .flatMap(v -> ConstantArithmetic.bit(call.arguments().get(0).span(), v, world.findings()));
        }
        if (e instanceof Expression.Call call && PackedText.isOne(call, world.names(context))) {
            return PackedText.value(call, world.findings()).map(v -> JavaConstant.number(v, true));
        }
        return notConstant(e.span());
    }

    private boolean isBitMask(Expression.Call call, SourceType context) {
        return call.name().equals("mask")
                && call.arguments().size() == 1
                && call.target().isPresent()
                && call.target().get() instanceof Expression.Name owner
                && world.names(context)
                        .type(owner.identifier())
                        .filter(t -> t.name().equals("vireo.dsl.Bit"))
                        .isPresent();
    }

    private Optional<JavaConstant> cast(Expression.Cast cast, JavaConstant value) {
        return switch (cast.type().text()) {
            case "int" -> Optional.of(
                    JavaConstant.number(JavaConstant.wrap(value.value(), JavaConstant.Kind.INT), false));
            case "long" -> Optional.of(JavaConstant.number(value.value(), true));
            default -> notConstant(cast.span());
        };
    }

    private Optional<JavaConstant> named(Expression.Name name, SourceType context) {
        SourceMembers own = world.members(context);
        if (own.hasConstant(name.identifier())) {
            return own.constant(name.identifier()).map(ConstantEvaluator::javaValue);
        }
        for (String implemented : world.implementations().interfacesOf(context)) {
            if (world.sources().find(implemented).isPresent()
                    && world.members(implemented).hasConstant(name.identifier())) {
                return world.members(implemented).constant(name.identifier()).map(ConstantEvaluator::javaValue);
            }
        }
        for (TypeSymbol owner : world.names(context).staticOwners(name.identifier())) {
            if (hasConstant(owner, name.identifier())) {
                return of(owner, name.identifier());
            }
        }
        if (own.field(name.identifier()).isPresent()) {
            return notConstant(name.span());
        }
        world.findings().unknown(name.span(), "constant", name.identifier(), own.constantNames());
        return Optional.empty();
    }

    private Optional<JavaConstant> qualified(Expression.FieldAccess access, SourceType context) {
        Optional<String> owner = DottedName.of(access.target());
        Optional<TypeSymbol> type = owner.flatMap(world.names(context)::type);
        if (type.isEmpty()) {
            if (owner.isPresent()) {
                world.findings()
                        .unknown(
                                access.target().span(),
                                "type",
                                owner.get(),
                                world.names(context).suggestions());
                return Optional.empty();
            }
            return notConstant(access.span());
        }
        if (!hasConstant(type.get(), access.name())) {
            world.findings()
                    .unknown(
                            access.nameSpan(),
                            "constant",
                            type.get().name() + "." + access.name(),
                            world.constantNames(type.get()));
            return Optional.empty();
        }
        return of(type.get(), access.name());
    }

    private boolean hasConstant(TypeSymbol owner, String name) {
        if (owner instanceof TypeSymbol.Source source) {
            return world.members(source.type()).hasConstant(name);
        }
        return owner instanceof TypeSymbol.Dsl dsl && dsl.type().constant(name).isPresent();
    }

    private Optional<JavaConstant> of(TypeSymbol owner, String name) {
        if (owner instanceof TypeSymbol.Source source) {
            return world.members(source.type()).constant(name).map(ConstantEvaluator::javaValue);
        }
        return ((TypeSymbol.Dsl) owner).type().constant(name).map(c -> {
            boolean isLong = c.type().java() == vireo.generator.ir.Type.Java.LONG;
            return JavaConstant.number(JavaConstant.wrap(c.value(), JavaConstant.Kind.LONG), isLong);
        });
    }

    private static JavaConstant javaValue(TypeDecl.ConstantDecl constant) {
        if (constant.type() instanceof vireo.generator.ir.Type.Int number) {
            boolean isLong = number.java() == vireo.generator.ir.Type.Java.LONG;
            return JavaConstant.number(JavaConstant.wrap(constant.value(), JavaConstant.Kind.LONG), isLong);
        }
        return JavaConstant.of(constant.value().signum() != 0);
    }

    private Optional<JavaConstant> notConstant(Span at) {
        world.findings()
                .mismatch(
                        at,
                        "this is not a constant expression",
                        "Use literals, constants (`static final`), and operators on them.");
        return Optional.empty();
    }
}
