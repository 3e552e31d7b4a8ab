// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.AtMost;
import vireo.dsl.Bytes;
import vireo.dsl.DriverException;
import vireo.dsl.Milliseconds;
import vireo.dsl.Text;
import vireo.dsl.U32;

/**
 * A console: bytes both ways, and perhaps a screen of a known size.
 *
 * <p>Whatever fails, these errors say why: EPROTO where the device broke the protocol; ETIMEDOUT where it did not answer in time and was
 * stopped; ESHUTDOWN where it was stopped before.
 */
public interface ConsoleDevice {
    /** What people call the console: {@code virtio-console0 at 00:06.0}. */
    Text name();

    /**
     * Writes the first bytes of an array, and waits until the device has them. Where that fails, it may have some of them.
     *
     * @throws DriverException EPROTO where the device breaks the protocol, EIO where it did so before; ETIMEDOUT where it does not
     *     take them in time, and is stopped; ESHUTDOWN where it was stopped before
     */
    void write(byte @Bytes [] data, @Bytes @AtMost("data.length") int length) throws DriverException;

    /**
     * Reads what has come in, as far as there is room. Does not wait.
     *
     * @return how many bytes; 0 where nothing is there
     * @throws DriverException EPROTO where the device breaks the protocol, EIO where it did so before; ERANGE where it gives back a
     *     buffer that is none; ESHUTDOWN where it was stopped
     */
    @Bytes @AtMost("data.length") int read(byte @Bytes [] data) throws DriverException;

    /**
     * Waits until there is something to {@link #read}.
     *
     * @return whether there is; false when the time is over, which is no fault
     * @throws DriverException ESHUTDOWN where the device was stopped
     */
    boolean awaitInput(@Milliseconds @U32 long milliseconds) throws DriverException;

    /** The size of the screen as of the last look at it; {@link ConsoleSize#UNKNOWN} both ways where the device does not tell. */
    ConsoleSize size();

    /**
     * Looks at the size of the screen where the device says that it may have changed.
     *
     * @return whether it has changed
     * @throws DriverException as {@link ConsoleSize#read}
     */
    boolean refresh() throws DriverException;
}
