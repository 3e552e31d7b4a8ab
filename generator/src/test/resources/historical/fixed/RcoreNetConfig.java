// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.U8;

/** Mended: without the features the driver goes by what the specification says: an address of its own, and a link that is up. */
public final class RcoreNetConfig {
    private static final int MAC = 5;
    private static final int STATUS = 16;

    private RcoreNetConfig() {}

    /** The first byte of the address; the driver's own begin with 2. */
    public static @U8 int firstOfAddress(NetConfig config, Negotiated negotiated) {
        if (!negotiated.has(MAC)) {
            return 2;
        }
        return config.mac().at(0).read();
    }

    /** Whether the link is up. */
    public static boolean isLinkUp(NetConfig config, Negotiated negotiated) {
        if (negotiated.has(STATUS)) {
            return (config.status().read() & 1) != 0;
        }
        return true;
    }
}
