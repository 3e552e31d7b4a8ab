// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** One byte in device-visible memory. */
@Intrinsic("octet")
public interface Octet {
    /** Loads the value, in CPU order: one load of 8 bits that orders nothing. */
    @Intrinsic("octet.get")
    @U8 int get();

    /** Stores a value given in CPU order: one store of 8 bits that orders nothing. */
    @Intrinsic("octet.set")
    void set(@U8 int value);
}
