// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;

/** Records that nobody stores: reading a component is an exception in Java, and zero in C. */
public final class UnfilledRecords {
    /** What is kept for each. */
    private final Extent[] extents = new Extent[2]; // expect VR302: The constructor does not fill the array 'extents' on every path.

    UnfilledRecords() {}

    /** Where the first begins. */
    public @U16 int start() {
        return extents[0].start();
    }
}
