// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;

/** Wraps memory that belongs to the caller, and gives it to the caller as its own. */
public final class InRecord {
    private InRecord() {}

    /** Wraps. */
    public static Area wrap(DmaMemory memory) {
        return new Area(memory); // expect VR404: 'memory' is borrowed, and kept beyond the call
    }
}
