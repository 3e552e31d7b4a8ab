// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import vireo.generator.ir.Interval;

/** An integer type of C as every target of Vireo has it: int is 32 bits, the rest are the port's {@code u8} to {@code s64}. */
public record CInt(int bits, boolean signed) {
    public static final CInt U8 = new CInt(8, false);
    public static final CInt U16 = new CInt(16, false);
    public static final CInt U32 = new CInt(32, false);
    public static final CInt U64 = new CInt(64, false);
    public static final CInt S8 = new CInt(8, true);
    public static final CInt INT = new CInt(32, true);
    public static final CInt S64 = new CInt(64, true);

    /** Every value that the type holds. */
    public Interval range() {
        return signed ? Interval.signed(bits) : Interval.unsigned(bits);
    }

    /** The type after C's integer promotion. */
    public CInt promoted() {
        return bits < 32 ? INT : this;
    }

    /** The type in which C computes an operation on both, by the usual arithmetic conversions. */
    public static CInt common(CInt left, CInt right) {
        CInt a = left.promoted();
        CInt b = right.promoted();
        if (a.bits != b.bits) {
            return a.bits > b.bits ? a : b;
        }
        return a.signed ? b : a;
    }

    public static CInt unsigned(int bits) {
        return new CInt(bits, false);
    }

    /** The smallest unsigned type that holds the interval, or the signed one where it has negative values. */
    public static CInt smallest(Interval interval) {
        if (interval.min().signum() < 0) {
            return INT.range().contains(interval) ? INT : S64;
        }
        for (int bits = 8; bits < 64; bits *= 2) {
            if (unsigned(bits).range().contains(interval)) {
                return unsigned(bits);
            }
        }
        return U64;
    }

    public String cName() {
        return bits == 32 && signed ? "int" : (signed ? "s" : "u") + bits;
    }
}
