// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

/** Something that answers register accesses: a device model, or a mock. */
public interface RegisterDevice {
    /**
     * Answers a read.
     *
     * @param offset bytes from the start of the device's range, a multiple of the width
     * @param width 1, 2, 4 or 8 bytes
     * @return the value in CPU order, no wider than the width
     */
    long read(long offset, int width);

    /**
     * Takes a write.
     *
     * @param offset bytes from the start of the device's range, a multiple of the width
     * @param width 1, 2, 4 or 8 bytes
     * @param value in CPU order, no wider than the width
     */
    void write(long offset, int width, long value);
}
