// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.ir.Interval;
import vireo.generator.source.Span;

/** Numbers as C writes them. */
final class Literals {
    private Literals() {}

    /** The type of the shortest way to write a number: int where it fits. */
    static CInt type(BigInteger value) {
        if (Interval.INT.contains(value)) {
            return CInt.INT;
        }
        if (Interval.U32.contains(value)) {
            return CInt.U32;
        }
        return Interval.LONG.contains(value) && value.signum() < 0 ? CInt.S64 : CInt.U64;
    }

    static CValue value(BigInteger value, boolean hexadecimal) {
        return CValue.constant(expression(value, type(value), hexadecimal), value);
    }

    /** A literal of exactly this type. */
    static CExpr expression(BigInteger value, CInt type, boolean hexadecimal) {
        String suffix = switch (type.bits()) {
            case 64 -> type.signed() ? "ll" : "ull";
            default -> type.signed() ? "" : "u";
        };
        if (value.equals(type.range().min()) && type.signed()) {
            CExpr most = new CExpr.Number("-" + value.add(BigInteger.ONE).negate() + suffix);
            return new CExpr.Binary("-", most, new CExpr.Number("1"));
        }
        if (hexadecimal && value.signum() >= 0) {
            return new CExpr.Number("0x" + value.toString(16) + suffix);
        }
        return new CExpr.Number(value + suffix);
    }

    /** The value of a literal. */
    static Optional<BigInteger> parse(CExpr e) {
        if (!(e instanceof CExpr.Number n)) {
            return Optional.empty();
        }
        if (n.text().startsWith("'")) {
            return Optional.of(BigInteger.valueOf(n.text().charAt(n.text().length() - 2)));
        }
        String plain = n.text().replaceAll("[ul]+$", "");
        return Optional.of(plain.startsWith("0x") ? new BigInteger(plain.substring(2), 16) : new BigInteger(plain));
    }

    /** A number as its author wrote it, where C can: a character, or in hexadecimal. */
    static CValue value(BigInteger value, Span span) {
        return character(value, span).map(c -> CValue.constant(c, value)).orElseGet(() -> value(value, isHexadecimal(span)));
    }

    /** The character that the author wrote for a number. */
    static Optional<CExpr> character(BigInteger value, Span span) {
        String text = span.text().strip();
        if (!text.startsWith("'") || !text.endsWith("'") || value.signum() < 0 || value.bitLength() > 7) {
            return Optional.empty();
        }
        char c = (char) value.intValue();
        return c < ' ' || c > '~' ? Optional.empty() : Optional.of(new CExpr.Number("'" + (c == '\'' || c == '\\' ? "\\" : "") + c + "'"));
    }

    /** The text that the author packed into a number, in quotation marks. */
    static Optional<String> packed(Span span) {
        String text = span.text().strip();
        int start = text.matches("(?s).*\\bword\\s*\\(\\s*\".*") ? text.indexOf('"') : -1;
        return start < 0 || !text.endsWith(")") ? Optional.empty() : Optional.of(text.substring(start, text.lastIndexOf('"') + 1));
    }

    /** Whether the author wrote the number in hexadecimal. */
    static boolean isHexadecimal(Span span) {
        String text = span.text().strip().toLowerCase(Locale.ROOT);
        return text.matches("\\(?0x[0-9a-f_]+l?\\)?") || packed(span).isPresent();
    }
}
