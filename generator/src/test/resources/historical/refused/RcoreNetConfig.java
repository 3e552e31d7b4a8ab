// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.U8;

/**
 * rcore-os/virtio-drivers, network driver: address and link status were read from the configuration whether or not
 * MAC and STATUS had been negotiated. Without them the fields are not there: the card got an address of whatever
 * bytes the device answered with, and a link that was down for ever.
 */
public final class RcoreNetConfig {
    private RcoreNetConfig() {}

    /** The first byte of the address. */
    public static @U8 int firstOfAddress(NetConfig config) {
        return config.mac().at(0).read(); // expect VR704: 'mac' is used where feature 5 is not known to be negotiated
    }

    /** Whether the link is up. */
    public static boolean isLinkUp(NetConfig config) {
        return (config.status().read() & 1) != 0; // expect VR704: 'status' is used where feature 16 is not known to be negotiated
    }
}
