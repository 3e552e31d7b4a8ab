// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/** A little-endian number of 64 bits in device-visible memory. */
@Intrinsic("le64")
public interface Le64 {
    /** Loads the value, in CPU order: one load of 64 bits that orders nothing. */
    @Intrinsic("le64.get")
    @U64 long get();

    /** Stores a value given in CPU order: one store of 64 bits that orders nothing. */
    @Intrinsic("le64.set")
    void set(@U64 long value);

    /** The bytes as they lie in memory, not converted. */
    @Intrinsic("le64.raw")
    @LittleEndian @U64 long raw();

    /** Stores bytes that are in this cell's order already: one store of 64 bits that orders nothing. */
    @Intrinsic("le64.setRaw")
    void setRaw(@LittleEndian @U64 long value);

    /**
     * Stores a value that hands other memory over: every earlier access to device-visible memory is complete before
     * it is seen. For {@link Published} cells of the side that writes them.
     */
    @Intrinsic("le64.publish")
    void publish(@U64 long value);

    /**
     * Loads a value that hands other memory over: no later access to device-visible memory happens before it. For
     * {@link Published} cells of the side that reads them.
     */
    @Intrinsic("le64.observe")
    @U64 long observe();
}
