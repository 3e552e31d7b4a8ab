// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * A 64-bit register that the driver writes, carried as two 32-bit accesses with the low half first.
 */
@Intrinsic("wosplit64")
public interface WoSplit64 {
    /** Writes the low half, then the high half: two accesses of 32 bits. */
    @Intrinsic("wosplit64.write")
    void write(@U64 long value);

    /** Writes bits 0 to 31, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("wosplit64.writeLow")
    void writeLow(@U32 long value);

    /** Writes bits 32 to 63, where the component is marked {@link Halves}: one access of 32 bits. */
    @Intrinsic("wosplit64.writeHigh")
    void writeHigh(@U32 long value);
}
