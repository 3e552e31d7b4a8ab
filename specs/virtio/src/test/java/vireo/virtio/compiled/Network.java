// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;

/** One network card of a {@link Driver}: {@link vireo.virtio.VirtioNetDevice}'s methods, for both lives. */
interface Network extends Unit {
    /** The bits of the address. */
    long address();

    /** Whether the link is up, as far as the driver knows. */
    boolean isLinkUp();

    /** Looks at the link again; the result is whether it has changed. */
    boolean refresh() throws DriverException;

    /** Frames and bytes sent, frames and bytes received, runts and unusable frames. */
    String statistics();

    /** Sends a frame, and waits until the device has it. */
    void send(byte[] frame) throws DriverException;

    /** Receives a frame; the result is its length. */
    int receive(byte[] frame) throws DriverException;

    /** Waits for a frame; the result is whether one came. */
    boolean awaitFrame(long milliseconds) throws DriverException;

    /** Submits a frame in a buffer of the card. */
    void submit(byte[] frame) throws DriverException;

    /** Sends a frame in a buffer of the card, and waits until the device has it. */
    void transmit(byte[] frame) throws DriverException;

    /** Acquires a buffer and gives it back unused; the result is which one it was. */
    int abandon() throws DriverException;

    /** Tells the device of what was submitted and given back. */
    void kick();

    /** Takes back buffers of frames that were sent; the result is how many. */
    int complete() throws DriverException;

    /** Waits for all that was submitted. */
    void drain() throws DriverException;

    /** Takes a received frame, copies it, and gives its buffer back; the result is its length. */
    int take(byte[] frame) throws DriverException;
}
