// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 64-bit register that the driver reads and writes, carried as two 32-bit accesses with the low half first.
 */
@Intrinsic("rwsplit64")
public interface RwSplit64 {
    /** Reads the low half, then the high half: two accesses of 32 bits. */
    @Intrinsic("rwsplit64.read")
    @U64 long read();

    /** Writes the low half, then the high half: two accesses of 32 bits. */
    @Intrinsic("rwsplit64.write")
    void write(@U64 long value);

    /** Reads bits 0 to 31, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("rwsplit64.readLow")
    @U32 long readLow();

    /** Reads bits 32 to 63, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("rwsplit64.readHigh")
    @U32 long readHigh();

    /** Writes bits 0 to 31, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("rwsplit64.writeLow")
    void writeLow(@U32 long value);

    /** Writes bits 32 to 63, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("rwsplit64.writeHigh")
    void writeHigh(@U32 long value);
}
