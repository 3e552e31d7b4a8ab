// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** A little-endian number of 16 bits in device-visible memory. */
@Intrinsic("le16")
public interface Le16 {
    /** Loads the value, in CPU order: one load of 16 bits that orders nothing. */
    @Intrinsic("le16.get")
    @U16 int get();

    /** Stores a value given in CPU order: one store of 16 bits that orders nothing. */
    @Intrinsic("le16.set")
    void set(@U16 int value);

    /** The bytes as they lie in memory, not converted. */
    @Intrinsic("le16.raw")
    @LittleEndian @U16 int raw();

    /** Stores bytes that are in this cell's order already: one store of 16 bits that orders nothing. */
    @Intrinsic("le16.setRaw")
    void setRaw(@LittleEndian @U16 int value);

    /**
     * Stores a value that hands other memory over: every earlier access to device-visible memory is complete before
     * it is seen. For {@link Published} cells of the side that writes them.
     */
    @Intrinsic("le16.publish")
    void publish(@U16 int value);

    /**
     * Loads a value that hands other memory over: no later access to device-visible memory happens before it. For
     * {@link Published} cells of the side that reads them.
     */
    @Intrinsic("le16.observe")
    @U16 int observe();
}
