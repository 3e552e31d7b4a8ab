// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bytes;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;

/**
 * A network card. A frame begins with the destination's address and ends before the check sequence; it has {@link #MIN_FRAME} to
 * {@link #MAX_FRAME} bytes. Frames are not padded to the 60 bytes that a wire wants: whoever owns the wire does that. Nobody here fills
 * in a checksum, or says that one is right.
 *
 * <p>There are two ways to send and to receive. {@link #send} and {@link #receive} copy, one frame a call. The others work in the
 * driver's own buffers: {@link #acquire} room for a frame, fill it, {@link #submit} it, {@link #kick} once for all of them;
 * {@link #take} a frame that has come in, look at it, {@link #giveBack} its buffer. Whatever fails, these errors say why:
 *
 * <ul>
 *   <li>EINVAL: a frame to be sent is shorter than its header or longer than the array that holds it; a buffer that the caller does
 *       not have
 *   <li>EMSGSIZE: a frame to be sent is too long; a frame that has come in is longer than the array: it stays, for a longer one
 *   <li>EAGAIN: no frame has come in
 *   <li>ENOBUFS: the device has all transmit buffers
 *   <li>EPROTO: the device broke the protocol and was stopped
 *   <li>ETIMEDOUT: the device did not send in time and was stopped; ESHUTDOWN: it was stopped before
 * </ul>
 */
public interface NetworkDevice {
    /** Bytes of the shortest frame: an Ethernet header. */
    @Bytes int MIN_FRAME = 14;

    /** Bytes of the longest frame: an Ethernet header and 1500 bytes. */
    @Bytes int MAX_FRAME = NetBuffer.FRAME_SIZE;

    /** What people call the card: {@code virtio-net0 at 00:04.0}. */
    Text name();

    /** The card's address: its own, or one made up from its name, the same at every start. */
    MacAddress address();

    /** Whether the link was up when it was last looked at. A device that does not tell has it up. */
    boolean isLinkUp();

    /**
     * Looks at the link, where the device says that it may have changed.
     *
     * @return whether it has gone up or down
     * @throws DriverException as {@link NetConfiguration#isLinkUp}
     */
    boolean refresh() throws DriverException;

    /** Counts of all that was sent, received and dropped. */
    NetworkStatistics statistics();

    /**
     * Sends a frame, and waits until the device has taken it.
     *
     * @param frame the frame, from the array's first byte on
     * @param length bytes of the frame
     * @throws DriverException EINVAL where the frame is shorter than its header or longer than the array; EMSGSIZE where it is too
     *     long; ENOBUFS where the caller has all buffers; as {@link #drain}
     */
    void send(byte @Bytes [] frame, @Bytes @Range int length) throws DriverException;

    /**
     * Receives a frame, if one has come in. Does not wait. The device may use the buffer again at once.
     *
     * @return bytes of the frame
     * @throws DriverException EMSGSIZE where the frame is longer than the array: it stays the next one; as {@link #take}
     */
    @Bytes @Range(min = MIN_FRAME, max = MAX_FRAME) int receive(byte @Bytes [] frame) throws DriverException;

    /**
     * Waits until there is a frame to {@link #receive} or {@link #take}.
     *
     * @return whether there is; false when the time is over, which is no fault
     * @throws DriverException as {@link NetReceiver#await}
     */
    boolean awaitFrame(@Milliseconds @U32 long milliseconds) throws DriverException;

    /**
     * Room for a frame. Where there is none left, what the device has sent is used again.
     *
     * @throws DriverException ENOBUFS where all buffers are in use; as {@link #complete}
     */
    TransmitFrame acquire() throws DriverException;

    /** Gives up a frame that was not handed over. */
    void abandon(@Moves TransmitFrame frame);

    /**
     * Hands a frame over; it starts with the next {@link #kick}. Where that fails, the frame stays with the caller.
     *
     * @throws DriverException EINVAL where the frame is shorter than its header, or the caller does not have the buffer; EMSGSIZE
     *     where it is too long; ESHUTDOWN where the device was stopped
     */
    void submit(@Moves TransmitFrame frame, @Bytes @Range int length) throws DriverException;

    /** Starts all frames that were submitted, and lets the device fill the buffers that were given back. */
    void kick();

    /**
     * Takes note of the frames that the device has sent.
     *
     * @return how many
     * @throws DriverException EPROTO where the device broke the protocol, and was stopped for it, EIO where it did so before;
     *     ESHUTDOWN where it was stopped before
     */
    @Discardable
    @Entry @Range(max = NetQueue.MAX_BUFFERS) int complete() throws DriverException;

    /**
     * Waits until the device has sent all frames that were submitted, starting them where need be.
     *
     * @throws DriverException ETIMEDOUT where the device sends nothing in time, and was stopped; as {@link #complete}
     */
    void drain() throws DriverException;

    /**
     * Hands a frame over, and waits until the device has sent it. Where it is refused, it stays with the caller.
     *
     * @throws DriverException as {@link #submit} and {@link #drain}
     */
    void transmit(@Moves TransmitFrame frame, @Bytes @Range int length) throws DriverException;

    /**
     * The oldest frame that has come in. Does not wait; where there is none, buffers that were given back go to the device.
     *
     * @throws DriverException EAGAIN where no frame has come in; as {@link #awaitFrame}
     */
    ReceivedFrame take() throws DriverException;

    /** Gives back the buffer of a frame. The device may use it after the next {@link #kick}, or when {@link #take} finds nothing. */
    void giveBack(@Moves ReceivedFrame frame);
}
