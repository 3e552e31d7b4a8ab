// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** One console of a {@link Driver}: {@link vireo.virtio.VirtioConsoleDevice}'s methods, for both lives. */
interface Console extends Unit {
    /** Writes bytes, and waits until the device has them. */
    void write(byte[] data) throws DriverException;

    /** Reads what has come in, as far as there is room; the result is how many bytes. */
    int read(byte[] data) throws DriverException;

    /** Waits for input; the result is whether some came. */
    boolean awaitInput(long milliseconds) throws DriverException;

    /** The size of the screen: columns in the upper 16 bits of 32, rows in the lower. */
    int size();

    /** Looks at the size again; the result is whether it has changed. */
    boolean refresh() throws DriverException;
}
