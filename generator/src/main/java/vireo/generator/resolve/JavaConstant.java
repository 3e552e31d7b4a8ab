// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;

/** The value of a constant expression, as Java computes it: signed, and 0 or 1 for a boolean. */
public record JavaConstant(BigInteger value, Kind kind) {
    /** The Java type of a constant expression. */
    public enum Kind {
        BOOLEAN(1),
        INT(32),
        LONG(64);

        private final int bits;

        Kind(int bits) {
            this.bits = bits;
        }

        /** The width in bits. */
        public int bits() {
            return bits;
        }
    }

    static JavaConstant of(boolean value) {
        return new JavaConstant(value ? BigInteger.ONE : BigInteger.ZERO, Kind.BOOLEAN);
    }

    static JavaConstant number(BigInteger value, boolean isLong) {
        return new JavaConstant(value, isLong ? Kind.LONG : Kind.INT);
    }

    boolean isTrue() {
        return value.signum() != 0;
    }

    /** The low bits of any number, as the signed number that Java keeps. */
    static BigInteger wrap(BigInteger value, Kind kind) {
        return kind == Kind.LONG ? BigInteger.valueOf(value.longValue()) : BigInteger.valueOf(value.intValue());
    }
}
