// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.Locale;

/** A type of device, by the name that the guest's results begin with. */
enum DeviceKind {
    BLK,
    NET,
    RNG,
    CONSOLE;

    /** As in {@code blk: ...}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
