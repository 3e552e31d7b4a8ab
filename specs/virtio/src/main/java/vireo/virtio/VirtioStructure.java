// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Range;
import vireo.dsl.U32;

/**
 * Where a capability says that a structure of registers lies. VIRTIO 1.4, 4.1.4.
 *
 * @param bar which base address register, or {@link #ABSENT}
 * @param offset bytes from the start of that range
 * @param length bytes, possibly more than the driver knows of
 */
public record VirtioStructure(
        @Bar @Range(min = ABSENT, max = PciBar.COUNT - 1) int bar, @Bytes @U32 long offset, @Bytes @U32 long length) {
    /** There is no such structure. */
    public static final @Bar int ABSENT = -1;

    /** No structure. */
    public static VirtioStructure absent() {
        return new VirtioStructure(ABSENT, 0, 0);
    }
}
