// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitNumber;
import vireo.dsl.Conforms;
import vireo.dsl.SpecTable;

/**
 * Numbers of the network device's feature bits that this driver implements. VIRTIO 1.4, 5.1.3.
 *
 * <p>None of them needs another. All that do need others are left off: offloads, the control queue, more queues, hashes, tunnels.
 */
@Conforms("drv.net.featdep.1")
@Conforms("drv.net.featdep.2")
@Conforms("drv.net.featdep.3")
@Conforms("drv.net.featdep.4")
@Conforms("drv.net.featdep.5")
@Conforms("drv.net.featdep.6")
@Conforms("drv.net.featdep.7")
@Conforms("drv.net.featdep.8")
@Conforms("drv.net.featdep.9")
@Conforms("drv.net.featdep.10")
@Conforms("drv.net.featdep.11")
@Conforms("drv.net.featdep.12")
@Conforms("drv.net.featdep.13")
@Conforms("drv.net.featdep.14")
@Conforms("drv.net.featdep.15")
@Conforms("drv.net.featdep.16")
@Conforms("drv.net.featdep.17")
@Conforms("drv.net.featdep.18")
@Conforms("drv.net.featdep.19")
@Conforms("drv.net.featdep.20")
@Conforms("drv.net.featdep.21")
@Conforms("drv.net.featdep.22")
@Conforms("drv.net.featdep.23")
@Conforms("drv.net.featdep.24")
@Conforms("drv.net.featdep.25")
@Conforms("drv.net.featdep.26")
@Conforms("drv.net.cfg.13")
@Conforms("drv.net.cfg.14")
@SpecTable("virtio-1.4#net-feature")
public final class NetFeature {
    /** The configuration holds the device's address. */
    public static final @BitNumber int MAC = 5;

    /** The configuration holds the state of the link. */
    public static final @BitNumber int STATUS = 16;

    private NetFeature() {}
}
