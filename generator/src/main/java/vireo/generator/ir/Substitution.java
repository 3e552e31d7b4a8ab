// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rewrites what a declaration says about its own receiver and parameters into what it says at one use: bounds and lengths name
 * {@link Expr.This} and parameters where they are declared, and the caller's receiver and arguments where they are used.
 *
 * @param receiver stands for {@code this}; empty where the use has no receiver
 * @param arguments stand for the parameters
 */
public record Substitution(Optional<Expr> receiver, Map<Local, Expr> arguments) {
    public Substitution {
        arguments = Map.copyOf(arguments);
    }

    /** For a field or component of {@code receiver}. */
    public static Substitution of(Expr receiver) {
        return new Substitution(Optional.of(receiver), Map.of());
    }

    /** For a call; both lists have the same length. */
    public static Substitution of(Optional<Expr> receiver, List<Local> parameters, List<Expr> arguments) {
        Map<Local, Expr> map = new java.util.HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            map.put(parameters.get(i), arguments.get(i));
        }
        return new Substitution(receiver, map);
    }

    /** The type with every term rewritten. */
    public Type apply(Type type) {
        if (type instanceof Type.Int number) {
            return number.bounds().isEmpty()
                    ? number
                    : number.withBounds(number.bounds().stream()
                            .map(b -> new Type.Bound(b.strict(), apply(b.term())))
                            .toList());
        }
        if (type instanceof Type.Dma dma) {
            return dma.length().isEmpty()
                    ? dma
                    : new Type.Dma(dma.name(), dma.length().map(this::apply), dma.nullable());
        }
        if (type instanceof Type.DmaArray array) {
            return array.withLength(array.length().map(this::apply));
        }
        if (type instanceof Type.DmaBytes bytes) {
            return bytes.length().isEmpty()
                    ? bytes
                    : new Type.DmaBytes(bytes.length().map(this::apply));
        }
        if (type instanceof Type.Array array) {
            return new Type.Array(
                    apply(array.element()), array.fixed(), array.length().map(this::apply), array.index());
        }
        return type;
    }

    /** The expression with the receiver and the arguments put in. */
    public Expr apply(Expr e) {
        if (e instanceof Expr.This) {
            return receiver.orElse(e);
        }
        if (e instanceof Expr.Get get) {
            Expr argument = arguments.get(get.local());
            return argument != null ? argument : e;
        }
        if (e instanceof Expr.Field f) {
            return new Expr.Field(apply(f.object()), f.field(), apply(f.type()), f.span());
        }
        if (e instanceof Expr.Element x) {
            return new Expr.Element(apply(x.array()), apply(x.index()), apply(x.type()), x.span());
        }
        if (e instanceof Expr.Length l) {
            return new Expr.Length(apply(l.array()), apply(l.type()), l.span());
        }
        if (e instanceof Expr.Unary u) {
            return new Expr.Unary(u.op(), apply(u.operand()), u.type(), u.span());
        }
        if (e instanceof Expr.Binary b) {
            return new Expr.Binary(b.op(), b.overflow(), apply(b.left()), apply(b.right()), b.type(), b.span());
        }
        if (e instanceof Expr.Convert c) {
            return new Expr.Convert(c.kind(), apply(c.operand()), c.type(), c.span());
        }
        if (e instanceof Expr.Conditional c) {
            return new Expr.Conditional(apply(c.condition()), apply(c.yes()), apply(c.no()), c.type(), c.span());
        }
        if (e instanceof Expr.ForeignPure f) {
            return new Expr.ForeignPure(
                    f.function(), f.arguments().stream().map(this::apply).toList(), f.type(), f.span());
        }
        return e;
    }
}
