// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Earned;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** Stages with gaps: one bit is not told, another only on one path, and the device is not reset. */
@Linear
@Earned(tells = Link.FOUND | Link.GO, abandons = Link.FAILED)
public record Untold(Link link) {
    /** Not told that the driver may go. */
    public static Untold find(Link link) throws DriverException {
        link.reset();
        link.tell(Link.FOUND);
        return new Untold(link); // expect VR701: has not told the device: bit 2
    }

    /** Told only where the device is old. */
    public static Untold sometimes(Link link) throws DriverException {
        link.reset();
        link.tell(Link.FOUND);
        if (link.isOld()) {
            link.tell(Link.GO);
        }
        return new Untold(link); // expect VR701: has not told the device: bit 2
    }

    /** Not reset. */
    public static Untold stale(Link link) {
        link.tell(Link.FOUND | Link.GO);
        return new Untold(link); // expect VR701: on which the device was not reset
    }

    /** Given up without a word. */
    @Moves
    public void abandon() {
        if (!link.isOld()) {
            return; // expect VR701: The stage is given up, and the device was not told
        }
        link.tell(Link.FAILED);
    }
}
