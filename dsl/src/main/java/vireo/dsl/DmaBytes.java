// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.spi.Intrinsic;

/**
 * Bytes in device-visible memory.
 *
 * <p>An index or slice outside the bytes or the array is refused (VR303), and an IndexOutOfBoundsException on the
 * JVM. Copies and {@link #zero} order nothing, and the device may see their bytes in any order until the next
 * publish.
 */
@Intrinsic("dmabytes")
public interface DmaBytes {
    /** Loads one byte. */
    @Intrinsic("dmabytes.get")
    @U8 int get(@Range(max = Integer.MAX_VALUE) int index);

    /** Stores one byte. */
    @Intrinsic("dmabytes.set")
    void set(@Range(max = Integer.MAX_VALUE) int index, @U8 int value);

    /** Bytes. */
    @Intrinsic("dmabytes.length")
    @Range(max = Integer.MAX_VALUE) int length();

    /** Some of these bytes: a view, not a copy. */
    @Intrinsic("dmabytes.slice")
    @Length("length")
    DmaBytes slice(@Range(max = Integer.MAX_VALUE) int from, @Range(max = Integer.MAX_VALUE) int length);

    /** Stores zeros. */
    @Intrinsic("dmabytes.zero")
    void zero(@Range(max = Integer.MAX_VALUE) int from, @Range(max = Integer.MAX_VALUE) int length);

    /** Copies bytes from here to private memory. */
    @Intrinsic("dmabytes.copyTo")
    void copyTo(
            @Range(max = Integer.MAX_VALUE) int from,
            byte[] to,
            @Range(max = Integer.MAX_VALUE) int toOffset,
            @Range(max = Integer.MAX_VALUE) int length);

    /** Copies bytes from private memory to here. */
    @Intrinsic("dmabytes.copyFrom")
    void copyFrom(
            @Range(max = Integer.MAX_VALUE) int to,
            byte[] from,
            @Range(max = Integer.MAX_VALUE) int fromOffset,
            @Range(max = Integer.MAX_VALUE) int length);
}
