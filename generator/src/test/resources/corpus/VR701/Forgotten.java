// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** What a device was told before its reset it has forgotten. */
@Linear
@Earned(tells = Link.FOUND)
public record Forgotten(Link link) {
    /** In the wrong order. */
    public static Forgotten find(Link link) throws DriverException {
        link.tell(Link.FOUND);
        link.reset();
        return new Forgotten(link); // expect VR701: has not told the device: bit 0
    }

    private static void again(Link link) throws DriverException {
        link.reset();
    }

    /** Across a call. */
    public static Forgotten twice(Link link) throws DriverException {
        link.reset();
        link.tell(Link.FOUND);
        again(link);
        return new Forgotten(link); // expect VR701: has not told the device: bit 0
    }

    /** In a loop that may not turn. */
    public static Forgotten often(Link link, @U16 int times) throws DriverException {
        link.reset();
        for (int i = 0; i < times; i++) {
            link.tell(Link.FOUND);
        }
        return new Forgotten(link); // expect VR701: has not told the device: bit 0
    }

    /** Ends it. */
    @Moves
    public void end() {
        link.tell(Link.FAILED);
    }
}
