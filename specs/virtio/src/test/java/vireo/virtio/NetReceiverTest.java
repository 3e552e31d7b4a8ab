// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

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
import vireo.virtio.model.NetModel;

/** What a network card receives, copied or in place. */
class NetReceiverTest {
    private final NetMachine machine = new NetMachine();

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 42, 59, 60, 61, 64, 128, 1000, 1499, 1500, 1513, 1514})
    @Conforms("drv.net.rxbuf.2")
    @Conforms("drv.net.rxbuf.7")
    @Conforms("drv.net.tx.1")
    void aFrameIsReceivedByteForByte(int length) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, length));
        assertReceives(card, 1, length);
        Refusal.expect(Errno.EAGAIN, () -> card.receive(new byte[1514]));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 60, 1514})
    @Conforms("drv.net.tx.51")
    void aLegacyDevicesHeaderHasTenBytes(int length) throws DriverException {
        VirtioNetDevice card = machine.legacy().open();
        machine.model().deliver(NetMachine.frame(1, length));
        assertReceives(card, 1, length);
    }

    @Test
    void withoutAFrameThereIsNothingToReceive() throws DriverException {
        VirtioNetDevice card = machine.open();
        Refusal.expect(Errno.EAGAIN, () -> card.receive(new byte[1514]));
        Refusal.expect(Errno.EAGAIN, card::take);
    }

    @Test
    void aFrameThatDoesNotFitStaysForALongerArray() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 100));
        machine.model().deliver(NetMachine.frame(2, 60));
        byte[] untouched = new byte[99];
        Refusal.expect(Errno.EMSGSIZE, () -> card.receive(untouched));
        Refusal.expect(Errno.EMSGSIZE, () -> card.receive(new byte[0]));
        assertThat(untouched).containsOnly(0);
        assertThat(card.statistics().receivedFrames()).isZero();
        assertReceives(card, 1, 100);
        assertReceives(card, 2, 60);
    }

    @Test
    void aLongerArrayKeepsWhatIsBehindTheFrame() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 1514));
        assertReceives(card, 1, 1514);
        byte[] array = new byte[1514];
        Arrays.fill(array, (byte) 0x5A);
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            machine.model().deliver(NetMachine.frame(i, 60));
            assertThat(card.receive(array)).isEqualTo(60);
        }
        for (int i = 60; i < array.length; i++) {
            assertThat(array[i]).as("byte %d", i).isEqualTo((byte) 0x5A);
        }
    }

    @Test
    void aCopiedFramesBufferIsTheDevicesAtOnce() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 60));
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS - 1);
        assertReceives(card, 1, 60);
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS);
    }

    @Test
    void aBufferThatASmallQueueDoesNotHaveIsNobodys() throws DriverException {
        machine.transport().queueOf(4);
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 60));
        ReceivedFrame real = card.take();
        for (int buffer = 4; buffer < NetQueue.MAX_BUFFERS; buffer++) {
            card.giveBack(new ReceivedFrame(buffer, real.length(), real.bytes()));
            assertThat(machine.logged()).contains("receive buffer " + buffer + " is given back by somebody who does not have it");
        }
        assertThat(machine.model().receiveBuffers()).isEqualTo(3);
        card.giveBack(real);
        assertThat(machine.model().receiveBuffers()).isEqualTo(3);
        card.kick();
        assertThat(machine.model().receiveBuffers()).isEqualTo(4);
    }

    @Test
    void aBurstBeyondTheRingWaitsAndNothingIsLost() throws DriverException {
        VirtioNetDevice card = machine.open();
        for (int i = 0; i < 1000; i++) {
            machine.model().deliver(NetMachine.frame(i, 60 + i));
        }
        assertThat(machine.model().onTheWire()).isEqualTo(1000 - NetQueue.MAX_BUFFERS);
        for (int i = 0; i < 1000; i++) {
            assertReceives(card, i, 60 + i);
        }
        assertThat(card.statistics().receivedFrames()).isEqualTo(1000);
        assertThat(card.statistics().receivedBytes()).isEqualTo(1000 * 60 + 999 * 1000 / 2);
    }

    @Test
    void seventyThousandFramesComeThroughASmallQueue() throws DriverException {
        machine.transport().queueOf(4);
        VirtioNetDevice card = machine.open();
        byte[] frame = NetMachine.frame(1, 60);
        byte[] received = new byte[60];
        for (int i = 0; i < 70_000; i++) {
            frame[14] = (byte) i;
            machine.model().deliver(frame.clone());
            assertThat(card.receive(received)).isEqualTo(60);
            assertThat(received).isEqualTo(frame);
            machine.simulation().trace().clear();
        }
    }

    @Test
    void aFrameIsLookedAtInPlaceAndItsBufferGivenBack() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 1514));
        machine.model().deliver(NetMachine.frame(2, 60));
        ReceivedFrame first = card.take();
        ReceivedFrame second = card.take();
        Refusal.expect(Errno.EAGAIN, card::take);
        assertThat(bytes(second)).isEqualTo(NetMachine.frame(2, 60));
        assertThat(bytes(first)).isEqualTo(NetMachine.frame(1, 1514));
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS - 2);
        card.giveBack(second);
        card.giveBack(first);
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS - 2);
        card.kick();
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS);
    }

    @Test
    void nothingBehindAFrameIsThereToBeRead() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 60));
        ReceivedFrame frame = card.take();
        assertThat(frame.bytes().length()).isEqualTo(60);
        card.giveBack(frame);
    }

    @Test
    void whoFindsNothingLetsTheDeviceHaveAllBuffers() throws DriverException {
        VirtioNetDevice card = machine.open();
        for (int i = 0; i < NetQueue.MAX_BUFFERS + 1; i++) {
            machine.model().deliver(NetMachine.frame(i, 60));
        }
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            card.giveBack(card.take());
        }
        assertThat(machine.model().onTheWire()).isEqualTo(1);
        Refusal.expect(Errno.EAGAIN, card::take);
        assertReceives(card, NetQueue.MAX_BUFFERS, 60);
    }

    @Test
    void aBufferIsGivenBackOnce() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 60));
        ReceivedFrame frame = card.take();
        card.giveBack(frame);
        card.giveBack(frame);
        card.kick();
        assertThat(machine.logged()).contains("receive buffer 0 is given back by somebody who does not have it");
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS);
    }

    @Test
    void sixteenBuffersAreGivenBackWithOneNotification() throws DriverException {
        VirtioNetDevice card = machine.open();
        int before = machine.transport().notifications();
        for (int i = 0; i < 16; i++) {
            machine.model().deliver(NetMachine.frame(i, 60));
        }
        for (int i = 0; i < 16; i++) {
            card.giveBack(card.take());
        }
        card.kick();
        assertThat(machine.transport().notifications() - before).isEqualTo(1);
    }

    @Test
    void aDeviceThatWantsNoNotificationsOfBuffersGetsNone() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().queue(NetModel.RECEIVE).wantNotifications(false);
        int before = machine.transport().notifications();
        machine.model().deliver(NetMachine.frame(1, 60));
        assertReceives(card, 1, 60);
        assertThat(machine.transport().notifications()).isEqualTo(before);
        assertThat(machine.model().receiveBuffers()).isEqualTo(NetQueue.MAX_BUFFERS);
    }

    @Test
    void waitingEndsWhenAFrameComesIn() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.simulation().clock().schedule(3_000_000, () -> machine.model().deliver(NetMachine.frame(1, 60)));
        assertThat(card.awaitFrame(2)).isFalse();
        assertThat(card.awaitFrame(1000)).isTrue();
        assertThat(machine.simulation().clock().elapsed()).isLessThan(100_000_000);
        assertThat(card.awaitFrame(0)).as("it is still there").isTrue();
        assertReceives(card, 1, 60);
        assertThat(card.awaitFrame(0)).isFalse();
    }

    @Test
    void waitingInVainIsNoFault() throws DriverException {
        VirtioNetDevice card = machine.open();
        long before = machine.simulation().clock().elapsed();
        assertThat(card.awaitFrame(20)).isFalse();
        assertThat((machine.simulation().clock().elapsed() - before) / 1_000_000).isBetween(20L, 21L);
        machine.model().deliver(NetMachine.frame(1, 60));
        assertReceives(card, 1, 60);
    }

    @Test
    void everyFrameThatIsSentComesBackFromALoop() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().loopBack();
        List<Integer> lengths = new ArrayList<>();
        for (int length = 60; length <= 1514; length += 7) {
            card.send(NetMachine.frame(length, length), length);
            lengths.add(length);
            if (lengths.size() == 50) {
                for (int sent : lengths) {
                    assertReceives(card, sent, sent);
                }
                lengths.clear();
            }
        }
        for (int sent : lengths) {
            assertReceives(card, sent, sent);
        }
        assertThat(card.statistics().receivedBytes()).isEqualTo(card.statistics().sentBytes());
    }

    private static void assertReceives(VirtioNetDevice card, int number, int length) throws DriverException {
        byte[] received = new byte[1514];
        assertThat(card.receive(received)).as("length of frame %d", number).isEqualTo(length);
        assertThat(Arrays.copyOf(received, length)).as("frame %d", number).isEqualTo(NetMachine.frame(number, length));
    }

    private static byte[] bytes(ReceivedFrame frame) {
        byte[] copy = new byte[frame.length()];
        frame.bytes().copyTo(0, copy, 0, frame.length());
        return copy;
    }
}
