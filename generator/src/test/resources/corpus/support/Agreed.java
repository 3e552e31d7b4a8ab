// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Earned;
import vireo.dsl.Exposes;
import vireo.dsl.Linear;
import vireo.dsl.Moves;

/** A device with features; a stage that the cases share. */
@Linear
@Earned(from = Found.class, tells = Link.AGREED, confirms = Link.AGREED, abandons = Link.FAILED)
public record Agreed(Link link) {
    /** From now on the device uses its queues. */
    @Moves
    @Exposes
    public Running start() {
        link.tell(Link.GO);
        return new Running(link);
    }

    /** Gives up. */
    @Moves
    public void abandon() {
        link.tell(Link.FAILED);
    }
}
