// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitNumber;
import vireo.dsl.SpecTable;

/** Numbers of the console device's feature bits that this driver implements. VIRTIO 1.4, 5.3.3. */
@SpecTable("virtio-1.4#console-feature")
public final class ConsoleFeature {
    /** The configuration holds the size of the screen. */
    public static final @BitNumber int SIZE = 0;

    private ConsoleFeature() {}
}
