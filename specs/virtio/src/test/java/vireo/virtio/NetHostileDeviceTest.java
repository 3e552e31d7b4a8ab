// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Network devices that break the protocol, or deliver what nobody can use: it is dropped and counted, or the device is stopped. */
class NetHostileDeviceTest {
    private final NetMachine machine = new NetMachine();

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 25})
    void whatIsShorterThanTwoHeadersIsDroppedAndCounted(int written) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveReceiving((queue, chain) -> queue.putUsed(chain.head(), written));
        machine.model().deliver(new byte[0]);
        machine.model().misbehaveReceiving(null);
        machine.model().deliver(NetMachine.frame(1, 60));
        assertReceives(card, 1, 60);
        assertThat(card.statistics().receivedRunts()).isEqualTo(1);
        assertThat(card.statistics().receivedFrames()).isEqualTo(1);
        assertThat(machine.model().receiveBuffers()).as("the runt's buffer is the device's").isEqualTo(NetQueue.MAX_BUFFERS);
    }

    @Test
    void theBufferOfARuntIsTheOneThatGoesBack() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 60));
        assertReceives(card, 1, 60);
        machine.model().misbehaveReceiving((queue, chain) -> queue.putUsed(chain.head(), 0));
        machine.model().deliver(new byte[0]);
        machine.model().misbehaveReceiving(null);
        assertThat(card.awaitFrame(1)).as("a runt is no frame").isFalse();
        // All buffers at once: one that the device had twice would come back twice.
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            machine.model().deliver(NetMachine.frame(i, 60));
        }
        for (int i = 0; i < NetQueue.MAX_BUFFERS; i++) {
            assertReceives(card, i, 60);
        }
    }

    @Test
    void aFloodOfRuntsDoesNotKeepTheCaller() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveReceiving((queue, chain) -> queue.putUsed(chain.head(), 0));
        for (int i = 0; i < 1000; i++) {
            machine.model().deliver(new byte[0]);
        }
        assertThat(card.awaitFrame(5)).isFalse();
        assertThat(card.statistics().receivedRunts()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"1527", "1536", "1600", "65536", "4294967295"})
    @Conforms("drv.split.used.1")
    void aDeviceThatClaimsMoreThanTheBufferIsStopped(long written) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveReceiving((queue, chain) -> queue.putUsed(chain.head(), written));
        machine.model().deliver(new byte[0]);
        Refusal.expect(Errno.EPROTO, () -> card.receive(new byte[1514]));
        assertThat(machine.transport().statusHistory()).endsWith(0);
        assertThat(machine.logged()).contains("virtio-net at 00:04.0: device broke the protocol and is stopped");
        Refusal.expect(Errno.ESHUTDOWN, () -> card.receive(new byte[1514]));
        Refusal.expect(Errno.ESHUTDOWN, () -> card.send(new byte[60], 60));
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 65, 255, 256, 65536, 0x8000_0000L, 0xFFFF_FFFFL})
    void aDeviceThatGivesBackABufferThatThereIsNotIsStopped(long id) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveReceiving((queue, chain) -> queue.putUsed(id, 72));
        machine.model().deliver(new byte[0]);
        Refusal.expect(Errno.EPROTO, card::take);
        assertThat(machine.transport().statusHistory()).endsWith(0);
    }

    @Test
    void aDeviceThatGivesBackABufferOfTheCallersIsStopped() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().deliver(NetMachine.frame(1, 60));
        ReceivedFrame frame = card.take();
        machine.model().misbehaveReceiving((queue, chain) -> queue.putUsed(frame.buffer(), 72));
        machine.model().deliver(new byte[0]);
        Refusal.expect(Errno.EPROTO, card::take);
        assertThat(bytes(frame)).isEqualTo(NetMachine.frame(1, 60));
        card.giveBack(frame);
    }

    @Test
    void aDeviceThatBreaksTheProtocolWhileSomebodyWaitsIsStopped() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveReceiving((queue, chain) -> queue.publishUsed(queue.usedIndex() + 65));
        machine.simulation().clock().schedule(1_000_000, () -> machine.model().deliver(new byte[0]));
        Refusal.expect(Errno.EPROTO, () -> card.awaitFrame(100));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "9, 0", "0, 1", "0, 3", "0, 4", "0, 5", "0, 0x20", "0, 0x40", "1, 0x21", "0, 0x61", "2, 0x24", "0, 0x80"})
    @Conforms("drv.net.rx.4")
    @Conforms("drv.net.rx.6")
    @Conforms("drv.net.rx.8")
    @Conforms("drv.net.rx.9")
    @Conforms("drv.net.rx.10")
    @Conforms("drv.net.rx.11")
    @Conforms("drv.net.rx.12")
    @Conforms("drv.net.rx.13")
    void aFrameThatWantsAnOffloadIsDroppedAndCounted(String flags, String segmentation) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().header(Integer.decode(flags), Integer.decode(segmentation));
        machine.model().deliver(NetMachine.frame(1, 60));
        machine.model().header();
        machine.model().deliver(NetMachine.frame(2, 60));
        assertReceives(card, 2, 60);
        assertThat(card.statistics().receivedUnusable()).isEqualTo(1);
        assertThat(card.statistics().receivedFrames()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Conforms("drv.net.rx.1")
    @Conforms("drv.net.rx.3")
    @Conforms("drv.net.rx.7")
    void otherBitsOfTheHeaderAreDisregarded(boolean legacy) throws DriverException {
        VirtioNetDevice card = legacy ? machine.legacy().open() : machine.open();
        machine.model().header(0xFE, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
        machine.model().deliver(NetMachine.frame(1, 60));
        assertReceives(card, 1, 60);
    }

    @Test
    void ofALegacyDeviceTheFlagsAreThoseOfItsShorterHeader() throws DriverException {
        VirtioNetDevice card = machine.legacy().open();
        machine.model().header(1);
        machine.model().deliver(NetMachine.frame(1, 60));
        Refusal.expect(Errno.EAGAIN, card::take);
        assertThat(card.statistics().receivedUnusable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 72, -1})
    void aDeviceThatClaimsToHaveWrittenToAFrameIsStopped(int written) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveSending((queue, chain) -> queue.putUsed(chain.head(), written & 0xFFFF_FFFFL));
        Refusal.expect(Errno.EPROTO, () -> card.send(new byte[60], 60));
        assertThat(machine.transport().statusHistory()).endsWith(0);
        Refusal.expect(Errno.ESHUTDOWN, () -> card.send(new byte[60], 60));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70, -1})
    @Conforms("drv.net.tx.52")
    void ofALegacyDeviceTheUsedLengthOfAFrameIsDisregarded(int written) throws DriverException {
        VirtioNetDevice card = machine.legacy().open();
        machine.model().misbehaveSending((queue, chain) -> {
            machine.model().transmit(chain);
            queue.putUsed(chain.head(), written & 0xFFFF_FFFFL);
        });
        card.send(NetMachine.frame(5, 60), 60);
        card.send(NetMachine.frame(6, 61), 61);
        assertThat(machine.model().sent()).containsExactly(NetMachine.frame(5, 60), NetMachine.frame(6, 61));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 63, 64, 255, 256, 65536, 0x8000_0000L, 0xFFFF_FFFFL})
    @Conforms("drv.split.used.1")
    void aDeviceThatGivesBackWhatItDoesNotHaveIsStopped(long id) throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveSending((queue, chain) -> queue.putUsed(id == chain.head() ? id + 1 : id, 0));
        Refusal.expect(Errno.EPROTO, () -> card.send(new byte[60], 60));
        assertThat(machine.transport().statusHistory()).endsWith(0);
    }

    @Test
    void aDeviceThatGivesBackMoreThanItHasIsStopped() throws DriverException {
        VirtioNetDevice card = machine.open();
        machine.model().misbehaveSending((queue, chain) -> queue.publishUsed(queue.usedIndex() + 2));
        Refusal.expect(Errno.EPROTO, () -> card.send(new byte[60], 60));
        Refusal.expect(Errno.ESHUTDOWN, () -> card.send(new byte[60], 60));
        Refusal.expect(Errno.ESHUTDOWN, card::complete);
        Refusal.expect(Errno.ESHUTDOWN, card::drain);
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
