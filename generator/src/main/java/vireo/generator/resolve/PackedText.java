// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.syntax.ast.Expression;

/** {@code Text.word("...")}: up to eight characters as one number, the first in the highest byte. */
public final class PackedText {
    private static final int CHARACTERS = 8;

    private PackedText() {}

    /** Whether a call packs a text, rightly or not. */
    static boolean isOne(Expression.Call call, Names names) {
        return call.name().equals("word")
                && call.target().isPresent()
                && call.target().get() instanceof Expression.Name owner
                && names.type(owner.identifier()).filter(t -> t.name().equals("vireo.dsl.Text")).isPresent();
    }

    /** The number; empty where the argument is no such text, which is reported. */
    public static Optional<BigInteger> value(Expression.Call call, Findings findings) {
        String text = call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.StringLiteral literal
                ? literal.value()
                : "";
        if (text.isEmpty() || text.length() > CHARACTERS || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            findings.mismatch(
                    call.arguments().isEmpty() ? call.span() : call.arguments().get(0).span(),
                    "`Text.word` takes one literal of one to eight printable ASCII characters",
                    "Cut the text into words of eight characters, and pack each.");
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < CHARACTERS; i++) {
            value = value.shiftLeft(8).or(BigInteger.valueOf(i < text.length() ? text.charAt(i) : 0));
        }
        return Optional.of(value);
    }

    /** The number as an expression, which knows where its text stands. */
    public static Expr expression(BigInteger value, Expression.Call call) {
        return new Expr.Const(value, Type.Int.of(Type.Java.LONG, Interval.of(value)), call.span());
    }
}
