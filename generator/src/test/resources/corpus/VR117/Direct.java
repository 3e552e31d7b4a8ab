// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;

/** Tests that the declarations, or the lines before, have answered. */
public final class Direct {
    private static final boolean LOUD = false;

    private Direct() {}

    /** A number of eight bits. */
    public static int half(@U8 int value) throws DriverException {
        if (value > 255) { // expect VR117: 'value > 255' is always false here.
            throw new DriverException(Errno.ERANGE);
        }
        return value / 2;
    }

    /** Asked twice. */
    public static int place(@U16 int at, @U16 int size) throws DriverException {
        if (at >= size) {
            throw new DriverException(Errno.EINVAL);
        }
        return at < size ? at : 0; // expect VR117: 'at < size' is always true here.
    }

    /** Either, or neither: {@code and} was meant. */
    public static boolean isOther(@U16 int type) {
        return type != 1 || type != 2; // expect VR117: 'type != 2' is always true here.
    }

    /** Configured away. */
    public static int volume(@Range(max = 11) int wanted) {
        if (LOUD) { // expect VR117: 'LOUD' is always false here.
            return 11;
        }
        return wanted;
    }

    /** Never both. */
    public static boolean isBetween(@U16 int value) {
        return value > 20 && value < 10; // expect VR117: 'value < 10' is always false here.
    }

    /** A mask of three bits is never nine. */
    public static int kind(@U16 int value) {
        return switch (value & 7) {
            case 1 -> 10;
            case 9 -> 20; // expect VR117: never has the value of this case
            default -> 0;
        };
    }

    /** The result of a test is a variable. */
    public static boolean fits(@U8 int length, @U16 int room) {
        boolean fits = length <= 0x100; // expect VR117: 'length <= 0x100' is always true here.
        return fits && length <= room; // expect VR117: 'fits' is always true here.
    }
}
