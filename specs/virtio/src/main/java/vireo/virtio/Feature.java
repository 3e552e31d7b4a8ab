// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitNumber;
import vireo.dsl.SpecTable;

/** Numbers of the feature bits that every type of device shares. VIRTIO 1.4, 6. */
@SpecTable("virtio-1.4#feature")
public final class Feature {
    /** The device takes a request in whatever descriptors. Only legacy devices say so; all others do. VIRTIO 1.4, 6.3. */
    public static final @BitNumber int ANY_LAYOUT = 27;

    /** The device follows version 1 or later of the specification; a device without it is a legacy one. */
    public static final @BitNumber int VERSION_1 = 32;

    private Feature() {}
}
