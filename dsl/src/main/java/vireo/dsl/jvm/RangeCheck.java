// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

/**
 * Refuses a number outside its declared range, so that a unit test fails where C would silently drop bits.
 *
 * <p>Each check returns the value, and names the operation in its {@link IllegalArgumentException}. The name comes in
 * two parts so that nothing is built while all is well.
 */
public final class RangeCheck {
    private RangeCheck() {}

    /** A value of 0 to 2^8 - 1. */
    public static int u8(int value, String type, String operation) {
        return within(value, 0, 0xFF, type, operation);
    }

    /** A value of 0 to 2^16 - 1. */
    public static int u16(int value, String type, String operation) {
        return within(value, 0, 0xFFFF, type, operation);
    }

    /** A value of 0 to 2^32 - 1. */
    public static long u32(long value, String type, String operation) {
        return within(value, 0, 0xFFFF_FFFFL, type, operation);
    }

    /** A value in a closed interval. */
    public static int within(int value, int min, int max, String type, String operation) {
        return (int) within((long) value, min, max, type, operation);
    }

    /** A value in a closed interval. */
    public static long within(long value, long min, long max, String type, String operation) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(type + operation + ": " + value + " is outside the declared range " + min
                    + " to " + max + "; check or truncate the value before it gets here");
        }
        return value;
    }
}
