// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** A little-endian number of 32 bits in device-visible memory. */
@Intrinsic("le32")
public interface Le32 {
    /** Loads the value, in CPU order: one load of 32 bits that orders nothing. */
    @Intrinsic("le32.get")
    @U32 long get();

    /** Stores a value given in CPU order: one store of 32 bits that orders nothing. */
    @Intrinsic("le32.set")
    void set(@U32 long value);

    /** The bytes as they lie in memory, not converted. */
    @Intrinsic("le32.raw")
    @LittleEndian @U32 long raw();

    /** Stores bytes that are in this cell's order already: one store of 32 bits that orders nothing. */
    @Intrinsic("le32.setRaw")
    void setRaw(@LittleEndian @U32 long value);

    /**
     * Stores a value that hands other memory over: every earlier access to device-visible memory is complete before
     * it is seen. For {@link Published} cells of the side that writes them.
     */
    @Intrinsic("le32.publish")
    void publish(@U32 long value);

    /**
     * Loads a value that hands other memory over: no later access to device-visible memory happens before it. For
     * {@link Published} cells of the side that reads them.
     */
    @Intrinsic("le32.observe")
    @U32 long observe();
}
