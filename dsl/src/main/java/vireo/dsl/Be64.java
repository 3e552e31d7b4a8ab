// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** A big-endian number of 64 bits in device-visible memory. */
@Intrinsic("be64")
public interface Be64 {
    /** Loads the value, in CPU order: one load of 64 bits that orders nothing. */
    @Intrinsic("be64.get")
    @U64 long get();

    /** Stores a value given in CPU order: one store of 64 bits that orders nothing. */
    @Intrinsic("be64.set")
    void set(@U64 long value);

    /** The bytes as they lie in memory, not converted. */
    @Intrinsic("be64.raw")
    @BigEndian @U64 long raw();

    /** Stores bytes that are in this cell's order already: one store of 64 bits that orders nothing. */
    @Intrinsic("be64.setRaw")
    void setRaw(@BigEndian @U64 long value);

    /**
     * Stores a value that hands other memory over: every earlier access to device-visible memory is complete before
     * it is seen. For {@link Published} cells of the side that writes them.
     */
    @Intrinsic("be64.publish")
    void publish(@U64 long value);

    /**
     * Loads a value that hands other memory over: no later access to device-visible memory happens before it. For
     * {@link Published} cells of the side that reads them.
     */
    @Intrinsic("be64.observe")
    @U64 long observe();
}
