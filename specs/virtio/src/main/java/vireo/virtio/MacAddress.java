// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.Text;
import vireo.dsl.U8;

/**
 * The address of a network card. IEEE 802, 8.2.
 *
 * @param bits its six octets, the one that goes over the wire first in the most significant place
 */
public record MacAddress(@Range(max = LAST) long bits) {
    /** Octets of an address. */
    @SpecRow("ethernet#address/bytes")
    public static final int SIZE = 6;

    /** The bits of the last address, all of them. */
    @SpecRow("ethernet#address/last")
    public static final long LAST = 0xFFFF_FFFF_FFFFL;

    /** The bits of the address that no card has. */
    public static final long NOBODY = 0;

    /** In the first octet: made up on the spot, not given to the card by its maker. */
    @SpecRow("ethernet#address/locally_administered")
    private static final long LOCALLY_ADMINISTERED = 0x0200_0000_0000L;

    /**
     * An address for a card that has none: 02:00, and 32 bits that follow from the card's name. It is the same at every start, and no
     * two cards of a machine have the same name; cards of two machines may get the same address.
     */
    @Conforms("drv.net.cfg.4")
    public static MacAddress locallyAdministered(Text name) {
        return new MacAddress(LOCALLY_ADMINISTERED + name.hash());
    }

    /** One octet; number 0 goes over the wire first. */
    public @U8 int octet(@Range(max = SIZE - 1) int index) {
        return (int) (bits >> 8 * (SIZE - 1 - index) & 0xFF);
    }

    /** What people call the address: {@code 52:54:00:12:34:56}. */
    public Text text() {
        return Text.format(
                "%02x:%02x:%02x:%02x:%02x:%02x", octet(0), octet(1), octet(2), octet(3), octet(4), octet(5));
    }

    /** Whether the address was made up on the spot: by the driver, or by whoever set up the device. */
    public boolean isLocallyAdministered() {
        return (bits & LOCALLY_ADMINISTERED) != 0;
    }
}
