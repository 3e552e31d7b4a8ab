// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.BitMask;
import vireo.dsl.Bytes;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Milliseconds;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U32;
import vireo.dsl.U64;

/**
 * A virtio network device with one queue for what it receives and one for what it sends. VIRTIO 1.4, 5.1.
 *
 * <p>Of the features it knows the address and the state of the link; it leaves all others off, offloads before all. A legacy device
 * has to take a header and its frame in one descriptor.
 */
@Linear
@Conforms("drv.basic.conf.3")
@Conforms("drv.basic.resfeat.14")
@Conforms("drv.net.cfg.2")
@Conforms("drv.net.legacy-framing.1")
@Conforms("drv.net.ctrl-rx.1")
@Conforms("drv.net.ctrl-rx.2")
@Conforms("drv.net.ctrl-mac.1")
@Conforms("drv.net.hashtun.1")
@Conforms("drv.net.rss.1")
@Conforms("drv.net.rssctx.1")
@Conforms("drv.net.coal.2")
@Conforms("drv.net.coal.3")
public final class VirtioNetDevice implements NetworkDevice {
    private static final @Queue int QUEUES = 2;

    private static final @BitMask @U64 long FEATURES = 1L << NetFeature.MAC | 1L << NetFeature.STATUS;

    private final VirtioDevice device;
    private final NetworkStatistics statistics;
    private final boolean tellsLink;
    private final MacAddress address;
    private final NetQueue receiveQueue;
    private final NetQueue transmitQueue;
    private final NetReceiver receiver;
    private final NetTransmitter transmitter;
    private boolean linkUp;

    /**
     * Initialises the device, and lets it receive. VIRTIO 1.4, 3.1.1 and 5.1.5.
     *
     * @param dma memory for this device only: it is quarantined where the device cannot be stopped
     * @param waiting how the driver waits for this device
     * @param name for the log, for people, and for the address of a device that has none
     * @throws DriverException as {@link VirtioDevice#negotiate}, {@link NetConfiguration#address}, {@link NetQueue} and
     *     {@link NetQueue#enable}
     */
    public VirtioNetDevice(Transport transport, DmaRegionProvider dma, WaitPolicy waiting, Text name)
            throws DriverException {
        this.device = new VirtioDevice(transport, dma, waiting, name);
        this.statistics = new NetworkStatistics();
        @BitMask @U64 long framing = transport.isLegacy() ? 1L << Feature.ANY_LAYOUT : 0;
        NegotiatedDevice negotiated = device.negotiate(FEATURES | framing, framing, QUEUES);
        try {
            this.tellsLink = negotiated.has(NetFeature.STATUS);
            this.linkUp = readLink();
            this.address = negotiated.has(NetFeature.MAC)
                    ? NetConfiguration.address(transport)
                    : MacAddress.locallyAdministered(name);
            this.receiveQueue = new NetQueue(device, NetReceiver.QUEUE, true);
            try {
                this.transmitQueue = new NetQueue(device, NetTransmitter.QUEUE, false);
                try {
                    receiveQueue.enable();
                    transmitQueue.enable();
                } catch (DriverException e) {
                    transmitQueue.release();
                    throw e;
                }
            } catch (DriverException e) {
                receiveQueue.release();
                throw e;
            }
        } catch (DriverException e) {
            negotiated.abandon();
            throw e;
        }
        LiveDevice live = negotiated.start();
        this.receiver = new NetReceiver(device, receiveQueue, live, statistics);
        this.transmitter = new NetTransmitter(device, transmitQueue, live, statistics);
    }

    /** Stops the device and gives back all its memory. Every frame has been given back, handed over or given up before. */
    @Moves
    public void release() {
        device.stop();
        transmitQueue.release();
        receiveQueue.release();
    }

    @Override
    public Text name() {
        return device.name();
    }

    @Override
    public MacAddress address() {
        return address;
    }

    @Override
    public boolean isLinkUp() {
        return linkUp;
    }

    @Override
    public boolean refresh() throws DriverException {
        if (!device.isConfigurationStale()) {
            return false;
        }
        boolean before = linkUp;
        linkUp = readLink();
        device.caughtUp();
        return linkUp != before;
    }

    @Override
    public NetworkStatistics statistics() {
        return statistics;
    }

    @Override
    public void send(byte @Bytes [] frame, @Bytes @Range int length) throws DriverException {
        if (length > frame.length) {
            throw new DriverException(Errno.EINVAL);
        }
        if (length > MAX_FRAME) {
            throw new DriverException(Errno.EMSGSIZE);
        }
        transmitter.awaitRoom();
        TransmitFrame room = transmitter.acquire();
        room.bytes().copyFrom(0, frame, 0, length);
        try {
            transmitter.transmit(room, length);
        } catch (DriverException e) {
            transmitter.abandon(room);
            throw e;
        }
    }

    @Override
    public @Bytes @Range(min = MIN_FRAME, max = MAX_FRAME) int receive(byte @Bytes [] frame) throws DriverException {
        return receiver.receive(frame);
    }

    @Override
    public boolean awaitFrame(@Milliseconds @U32 long milliseconds) throws DriverException {
        return receiver.await(milliseconds);
    }

    @Override
    public TransmitFrame acquire() throws DriverException {
        return transmitter.acquire();
    }

    @Override
    public void abandon(@Moves TransmitFrame frame) {
        transmitter.abandon(frame);
    }

    @Override
    public void submit(@Moves TransmitFrame frame, @Bytes @Range int length) throws DriverException {
        transmitter.submit(frame, length);
    }

    @Override
    public void kick() {
        transmitter.kick();
        receiver.kick();
    }

    @Override
    public @Entry @Range(max = NetQueue.MAX_BUFFERS) int complete() throws DriverException {
        return transmitter.complete();
    }

    @Override
    public void drain() throws DriverException {
        transmitter.drain();
    }

    @Override
    public void transmit(@Moves TransmitFrame frame, @Bytes @Range int length) throws DriverException {
        transmitter.transmit(frame, length);
    }

    @Override
    public ReceivedFrame take() throws DriverException {
        return receiver.take();
    }

    @Override
    public void giveBack(@Moves ReceivedFrame frame) {
        receiver.giveBack(frame);
    }

    @Conforms("drv.net.cfg.5")
    private boolean readLink() throws DriverException {
        return !tellsLink || NetConfiguration.isLinkUp(device.transport());
    }
}
