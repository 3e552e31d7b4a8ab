// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;
import vireo.virtio.NetworkStatistics;
import vireo.virtio.NetworkUnit;
import vireo.virtio.ReceivedFrame;
import vireo.virtio.TransmitFrame;
import vireo.virtio.VirtioNetDevice;

/** A network card that runs on the JVM. */
record JvmNetwork(NetworkUnit unit) implements Network {
    private VirtioNetDevice card() {
        return unit.network();
    }

    @Override
    public String name() {
        return card().name().toString();
    }

    @Override
    public long address() {
        return card().address().bits();
    }

    @Override
    public boolean isLinkUp() {
        return card().isLinkUp();
    }

    @Override
    public boolean refresh() throws DriverException {
        return card().refresh();
    }

    @Override
    public String statistics() {
        NetworkStatistics all = card().statistics();
        return all.sentFrames() + " " + all.sentBytes() + " " + all.receivedFrames() + " " + all.receivedBytes() + " "
                + all.receivedRunts() + " " + all.receivedUnusable();
    }

    @Override
    public void send(byte[] frame) throws DriverException {
        card().send(frame, frame.length);
    }

    @Override
    public int receive(byte[] frame) throws DriverException {
        return card().receive(frame);
    }

    @Override
    public boolean awaitFrame(long milliseconds) throws DriverException {
        return card().awaitFrame(milliseconds);
    }

    @Override
    public void submit(byte[] frame) throws DriverException {
        card().submit(filled(frame), frame.length);
    }

    @Override
    public void transmit(byte[] frame) throws DriverException {
        card().transmit(filled(frame), frame.length);
    }

    @Override
    public int abandon() throws DriverException {
        TransmitFrame buffer = card().acquire();
        card().abandon(buffer);
        return buffer.buffer();
    }

    @Override
    public void kick() {
        card().kick();
    }

    @Override
    public int complete() throws DriverException {
        return card().complete();
    }

    @Override
    public void drain() throws DriverException {
        card().drain();
    }

    @Override
    public int take(byte[] frame) throws DriverException {
        ReceivedFrame received = card().take();
        received.bytes().copyTo(0, frame, 0, received.length());
        card().giveBack(received);
        return received.length();
    }

    @Override
    public long regionsHeld() {
        return unit.regionsHeld();
    }

    @Override
    public void release() {
        unit.release();
    }

    private TransmitFrame filled(byte[] frame) throws DriverException {
        TransmitFrame buffer = card().acquire();
        if (frame.length <= TransmitFrame.SIZE) {
            buffer.bytes().copyFrom(0, frame, 0, frame.length);
        }
        return buffer;
    }
}
