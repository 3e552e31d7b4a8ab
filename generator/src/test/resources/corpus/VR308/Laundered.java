// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Bytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.Range;

/** Locals that declare no unit do not change one into another. */
public final class Laundered {
    private Laundered() {}

    /** By a local that was zero, one that the port filled, and one that two units go to. */
    public static @Bytes long wash(DmaMemory memory, @Sectors @Range(max = 9) long sectors, @Range(max = 9) long number) {
        long zero = 0;
        if (number > 3) {
            zero = number;
        }
        long room = memory.size(); // expect VR308: 'memory.size()' is @Bytes, and 'room' is @Sectors.
        if (number > 4) {
            room = sectors;
        }
        long one = sectors;
        long other = one;
        other = other + 1;
        if (number > 5) {
            return zero; // expect VR308: 'zero' is a number without a unit, and the result of wash is @Bytes.
        }
        return other; // expect VR308: 'other' is @Sectors, and the result of wash is @Bytes.
    }
}
