// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** What a network card sends, copied or filled in place, one by one or in batches. */
class NetTransmitterTest {
    private final NetMachine machine = new NetMachine();

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 42, 59, 60, 61, 64, 128, 1000, 1499, 1500, 1513, 1514})
    @Conforms("drv.net.tx.2")
    @Conforms("drv.net.tx.3")
    @Conforms("drv.net.tx.9")
    @Conforms("drv.net.tx.11")
    @Conforms("drv.net.tx.13")
    @Conforms("drv.net.tx.15")
    @Conforms("drv.net.tx.19")
    @Conforms("drv.net.tx.24")
    @Conforms("drv.net.tx.26")
    @Conforms("drv.net.tx.27")
    @Conforms("drv.net.tx.28")
    @Conforms("drv.net.tx.33")
    @Conforms("drv.net.tx.44")
    @Conforms("drv.net.tx.45")
    @Conforms("drv.net.tx.47")
    @Conforms("drv.net.tx.48")
    @Conforms("drv.net.tx.1")
    @Conforms("drv.net.rxbuf.7")
    void aFrameIsSentByteForByte(int length) throws DriverException {
        VirtioNetDevice card = machine.open();
        card.send(NetMachine.frame(1, length), length);
        assertThat(machine.model().headerSize()).isEqualTo(12);
        assertThat(machine.model().sent()).containsExactly(NetMachine.frame(1, length));
        assertThat(machine.transport().notifications()).as("one for the receive buffers, one for the frame").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 60, 1514})
    @Conforms("drv.net.tx.51")
    void aLegacyDevicesHeaderHasTenBytes(int length) throws DriverException {
        VirtioNetDevice card = machine.legacy().open();
        card.send(NetMachine.frame(1, length), length);
        assertThat(machine.model().headerSize()).isEqualTo(10);
        assertThat(machine.model().sent()).containsExactly(NetMachine.frame(1, length));
    }

    @Test
    void onlyAsMuchOfTheArrayIsSentAsIsAskedFor() throws DriverException {
        VirtioNetDevice card = machine.open();
        card.send(NetMachine.frame(1, 1514), 1514);
        card.send(NetMachine.frame(2, 1514), 60);
        assertThat(machine.model().sent().get(1)).hasSize(60).isEqualTo(Arrays.copyOf(NetMachine.frame(2, 1514), 60));
    }

    @Test
    void lengthsThatAreNoFrameAreRefused() throws DriverException {
        VirtioNetDevice card = machine.open();
        byte[] array = new byte[4000];
        for (int runt : new int[] {0, 1, 13}) {
            Refusal.expect(Errno.EINVAL, () -> card.send(array, runt));
        }
        for (int giant : new int[] {1515, 1518, 4000}) {
            Refusal.expect(Errno.EMSGSIZE, () -> card.send(array, giant));
        }
        Refusal.expect(Errno.EINVAL, () -> card.send(new byte[60], 61));
        Refusal.expect(Errno.EINVAL, () -> card.send(new byte[0], 60));
        Refusal.expect(Errno.EINVAL, () -> card.send(array, Integer.MAX_VALUE));
        assertThat(machine.model().sent()).isEmpty();
        assertThat(acquireAll(card)).as("every buffer is still there").hasSize(NetQueue.MAX_BUFFERS);
    }

    @Test
    void aFrameIsFilledInPlaceAndSent() throws DriverException {
        VirtioNetDevice card = machine.open();
        TransmitFrame frame = filled(card, 7, 200);
        card.transmit(frame, 200);
        assertThat(machine.model().sent()).containsExactly(NetMachine.frame(7, 200));
        assertThat(card.statistics().sentFrames()).isEqualTo(1);
        assertThat(card.statistics().sentBytes()).isEqualTo(200);
    }

    @Test
    @Conforms("drv.split.avail.4")
    void sixteenFramesTakeOneNotification() throws DriverException {
        VirtioNetDevice card = machine.open();
        int before = machine.transport().notifications();
        for (int i = 0; i < 16; i++) {
            card.submit(filled(card, i, 60 + i), 60 + i);
        }
        assertThat(machine.model().sent()).isEmpty();
        card.kick();
        card.drain();
        assertThat(machine.transport().notifications() - before).isEqualTo(1);
        assertThat(machine.model().sent()).hasSize(16);
        for (int i = 0; i < 16; i++) {
            assertThat(machine.model().sent().get(i)).isEqualTo(NetMachine.frame(i, 60 + i));
        }
    }

    @Test
    void drainingStartsWhatWasNotStarted() throws DriverException {
        VirtioNetDevice card = machine.open();
        card.submit(filled(card, 1, 60), 60);
        card.drain();
        assertThat(machine.model().sent()).hasSize(1);
        card.drain();
    }

    @Test
    void asManyFramesAreInFlightAsThereAreBuffers() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().keep(true);
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            card.submit(filled(card, i, 60), 60);
        }
        card.kick();
        Refusal.expect(Errno.ENOBUFS, card::acquire);
        assertThat(card.complete()).isZero();
        machine.model().sendKept(20);
        card.submit(filled(card, 99, 61), 61);
        Refusal.expect(Errno.ENOBUFS, card::acquire);
        while (!machine.model().kept().isEmpty()) {
            machine.model().sendKept(machine.model().kept().size() * 5 % 7 % machine.model().kept().size());
        }
        assertThat(card.complete()).isEqualTo(NetQueue.MAX_BUFFERS - 1);
        machine.model().keep(false);
        card.kick();
        assertThat(card.complete()).isEqualTo(1);
        assertThat(machine.model().sent()).hasSize(NetQueue.MAX_BUFFERS + 1).contains(NetMachine.frame(99, 61));
    }

    @Test
    void aCopyingSendWaitsForRoom() throws DriverException {
        VirtioNetDevice card = machine.open();
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            card.submit(filled(card, i, 60), 60);
        }
        card.send(NetMachine.frame(100, 80), 80);
        assertThat(machine.model().sent()).hasSize(NetQueue.MAX_BUFFERS + 1).endsWith(NetMachine.frame(100, 80));
    }

    @Test
    void aCopyingSendHasNoRoomWhereTheCallerHasItAll() throws DriverException {
        VirtioNetDevice card = machine.open();
        List<TransmitFrame> frames = acquireAll(card);
        Refusal.expect(Errno.ENOBUFS, () -> card.send(new byte[60], 60));
        card.abandon(frames.get(3));
        card.send(new byte[60], 60);
    }

    @Test
    void aFrameThatWasGivenUpIsRoomAgain() throws DriverException {
        VirtioNetDevice card = machine.open();
        for (TransmitFrame frame : acquireAll(card)) {
            card.abandon(frame);
        }
        assertThat(acquireAll(card)).hasSize(NetQueue.MAX_BUFFERS);
    }

    @Test
    void aRefusedFrameStaysWithTheCaller() throws DriverException {
        VirtioNetDevice card = machine.open();
        TransmitFrame frame = filled(card, 3, 90);
        Refusal.expect(Errno.EINVAL, () -> card.submit(frame, 13));
        Refusal.expect(Errno.EMSGSIZE, () -> card.submit(frame, 1515));
        Refusal.expect(Errno.EINVAL, () -> card.transmit(frame, 0));
        card.submit(frame, 90);
        card.drain();
        assertThat(machine.model().sent()).containsExactly(NetMachine.frame(3, 90));
    }

    @Test
    void aBufferIsHandedOverOnce() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().keep(true);
        TransmitFrame frame = filled(card, 3, 90);
        card.submit(frame, 90);
        Refusal.expect(Errno.EINVAL, () -> card.submit(frame, 90));
        card.abandon(frame);
        assertThat(machine.logged()).contains("virtio-net at 00:04.0: transmit buffer", "given up by somebody who does not have it");
        card.kick();
        machine.model().sendKept(0);
        assertThat(card.complete()).isEqualTo(1);
        Refusal.expect(Errno.EINVAL, () -> card.submit(frame, 90));
        card.abandon(frame);
        assertThat(acquireAll(card)).as("no buffer twice").hasSize(NetQueue.MAX_BUFFERS).doesNotHaveDuplicates();
    }

    @Test
    void seventyThousandFramesGoThroughASmallQueue() throws DriverException {
        machine.transport().queueOf(4);
        VirtioNetDevice card = machine.open();
        byte[] frame = NetMachine.frame(1, 60);
        for (int i = 0; i < 70_000; i++) {
            frame[14] = (byte) i;
            card.send(frame, 60);
            assertThat(machine.model().sent()).hasSize(1);
            assertThat(machine.model().sent().remove(0)).isEqualTo(frame);
            machine.simulation().trace().clear();
        }
        assertThat(card.statistics().sentFrames()).isEqualTo(70_000);
        assertThat(card.statistics().sentBytes()).isEqualTo(70_000 * 60);
    }

    @Test
    void aDeviceThatDoesNotSendIsStopped() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().keep(true);
        TransmitFrame other = filled(card, 8, 60);
        long before = machine.simulation().clock().elapsed();
        Refusal.expect(Errno.ETIMEDOUT, () -> card.send(new byte[60], 60));
        long waited = (machine.simulation().clock().elapsed() - before) / 1_000_000;
        assertThat(waited).isBetween(NetTransmitter.SEND_MILLISECONDS, NetTransmitter.SEND_MILLISECONDS + 10);
        assertThat(machine.transport().statusHistory()).as("the device was reset").endsWith(0);
        assertThat(machine.logged()).contains("virtio-net at 00:04.0: no answer within 5000 ms");
        Refusal.expect(Errno.ESHUTDOWN, () -> card.send(new byte[60], 60));
        Refusal.expect(Errno.ESHUTDOWN, () -> card.submit(other, 60));
        Refusal.expect(Errno.ESHUTDOWN, card::acquire);
        Refusal.expect(Errno.ESHUTDOWN, card::take);
        Refusal.expect(Errno.ESHUTDOWN, () -> card.receive(new byte[1514]));
        Refusal.expect(Errno.ESHUTDOWN, () -> card.awaitFrame(10));
        card.kick();
        card.abandon(other);
        assertThat(card.statistics().sentFrames()).isZero();
    }

    @Test
    void framesInFlightOfAStoppedDeviceAreLost() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().keep(true);
        card.submit(filled(card, 1, 60), 60);
        card.submit(filled(card, 2, 60), 60);
        Refusal.expect(Errno.ETIMEDOUT, card::drain);
        Refusal.expect(Errno.ESHUTDOWN, card::drain);
    }

    @Test
    void aFrameThatWasNotSentInTimeStaysWithTheCaller() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().keep(true);
        TransmitFrame frame = filled(card, 1, 60);
        Refusal.expect(Errno.ETIMEDOUT, () -> card.transmit(frame, 60));
        card.abandon(frame);
        assertThat(machine.logged()).doesNotContain("somebody who does not have it");
    }

    @Test
    void memoryOfADeviceThatIgnoresItsResetIsNeverUsedAgain() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().keep(true);
        machine.transport().ignoreReset();
        Refusal.expect(Errno.ETIMEDOUT, () -> card.send(new byte[60], 60));
        assertThat(machine.logged()).contains("cannot be stopped (ETIMEDOUT)");
        machine.release();
        assertThat(machine.dma().held()).as("rings and buffers are kept").isEqualTo(4);
        // The device comes back to life: it writes to memory that is still its own.
        machine.model().deliver(NetMachine.frame(1, 1514));
        machine.model().sendKept(0);
        assertThatThrownBy(machine.simulation()::close).isInstanceOf(AssertionError.class)
                .hasMessageContaining("never freed").hasMessageNotContaining("meets no memory");
        machine.expectLoss();
    }

    private static TransmitFrame filled(VirtioNetDevice card, int number, int length) throws DriverException {
        TransmitFrame frame = card.acquire();
        frame.bytes().copyFrom(0, NetMachine.frame(number, length), 0, length);
        return frame;
    }

    private static List<TransmitFrame> acquireAll(VirtioNetDevice card) throws DriverException {
        List<TransmitFrame> frames = new ArrayList<>();
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            frames.add(card.acquire());
        }
        Refusal.expect(Errno.ENOBUFS, card::acquire);
        return frames;
    }
}
