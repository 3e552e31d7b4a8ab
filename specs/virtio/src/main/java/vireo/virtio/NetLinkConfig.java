// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.At;
import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro16;
import vireo.dsl.SpecRow;
import vireo.dsl.SpecTable;
import vireo.dsl.U16;

/**
 * What the device configuration of a network device holds behind the address, as far as this driver uses it. VIRTIO 1.4, 5.1.4.
 *
 * @param status {@link #LINK_UP} and other bits, with VIRTIO_NET_F_STATUS
 */
@RegisterBlock(size = 2)
@Conforms("drv.net.cfg.15")
@SpecTable(value = "virtio-1.4#net-config", from = NetLinkConfig.OFFSET)
public record NetLinkConfig(@At(0) @RequiresFeature(NetFeature.STATUS) @BitMask Ro16 status) {
    /** Where the block is in the configuration. */
    @SpecRow("status")
    public static final @Bytes int OFFSET = 6;

    /** Bytes of the block. */
    public static final @Bytes int SIZE = 2;

    /** The link is up. */
    public static final @BitMask @U16 int LINK_UP = 1;
}
