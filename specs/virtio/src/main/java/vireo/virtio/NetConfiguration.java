// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Window;

/** Reads the configuration of a network device: each part only where it was negotiated. VIRTIO 1.4, 5.1.4. */
@Conforms("drv.basic.cfg.4")
@Conforms("drv.basic.cfg.6")
@Conforms("drv.net.cfg.1")
public final class NetConfiguration {
    /** How often an address that changes while it is read is read again. */
    private static final int MAX_READS = 16;

    private NetConfiguration() {}

    /**
     * The device's address, where {@link NetFeature#MAC} was negotiated.
     *
     * @throws DriverException EAGAIN where the configuration does not come to rest; as {@link Transport#mapConfig} where it cannot
     *     be read
     */
    @Conforms("drv.net.cfg.3")
    public static MacAddress address(Transport transport) throws DriverException {
        Window window = transport.mapConfig(NetAddressConfig.SIZE);
        try {
            return addressAtRest(transport, window.bind(NetAddressConfig.class, 0));
        } finally {
            transport.unmapConfig(window);
        }
    }

    /**
     * Whether the link is up, where {@link NetFeature#STATUS} was negotiated. It is one access, so that it needs no other to agree.
     *
     * @throws DriverException as {@link Transport#mapConfig} where it cannot be read
     */
    @Conforms("drv.net.cfg.6")
    public static boolean isLinkUp(Transport transport) throws DriverException {
        Window window = transport.mapConfig(NetLinkConfig.OFFSET + NetLinkConfig.SIZE);
        try {
            NetLinkConfig config = window.bind(NetLinkConfig.class, NetLinkConfig.OFFSET);
            return (config.status().read() & NetLinkConfig.LINK_UP) != 0;
        } finally {
            transport.unmapConfig(window);
        }
    }

    /**
     * Six registers are no snapshot: what one generation of the configuration shows belongs together. A legacy device counts no
     * generations; there, what two readings in a row show does. VIRTIO 1.4, 2.5.4.
     */
    @Conforms("drv.basic.cfg.2")
    @Conforms("drv.basic.cfg.3")
    @Conforms("drv.basic.cfg.7")
    private static MacAddress addressAtRest(Transport transport, NetAddressConfig config) throws DriverException {
        long last = MacAddress.NOBODY;
        for (int reads = 0; reads < MAX_READS; reads++) {
            @U32 long generation = transport.configGeneration();
            @Range(max = MacAddress.LAST) long bits = addressBits(config);
            if (transport.isLegacy() ? bits == last : transport.configGeneration() == generation) {
                return new MacAddress(bits);
            }
            last = bits;
        }
        Log.error("device configuration keeps changing");
        throw new DriverException(Errno.EAGAIN);
    }

    private static @Range(max = MacAddress.LAST) long addressBits(NetAddressConfig config) {
        long high = config.mac().at(0).read() << 16 | config.mac().at(1).read() << 8 | config.mac().at(2).read();
        long low = config.mac().at(3).read() << 16 | config.mac().at(4).read() << 8 | config.mac().at(5).read();
        return high << 24 | low;
    }
}
