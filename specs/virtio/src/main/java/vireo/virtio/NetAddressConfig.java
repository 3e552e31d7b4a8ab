// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.Bytes;
import vireo.dsl.Count;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro8;
import vireo.dsl.Snapshot;
import vireo.dsl.SpecTable;

/**
 * The device configuration of a network device that has an address: all of it, where it has nothing else. VIRTIO 1.4, 5.1.4.
 *
 * @param mac the address, with VIRTIO_NET_F_MAC
 */
@Snapshot
@RegisterBlock(size = 6)
@SpecTable("virtio-1.4#net-config")
public record NetAddressConfig(@At(0) @RequiresFeature(NetFeature.MAC) @Count(6) RegisterArray<Ro8> mac) {
    /** Bytes of the block. */
    public static final @Bytes int SIZE = 6;
}
