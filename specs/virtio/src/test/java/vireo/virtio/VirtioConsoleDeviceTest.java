// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Text;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.ConsoleModel;

/** The console driver against a transport without registers, so that what is typed and what is written is the test's. */
class VirtioConsoleDeviceTest {
    /** What the driver's receive buffers hold together. */
    private static final int POSTED = ConsoleInput.BUFFERS * ConsoleInput.BUFFER_SIZE;

    private Simulation machine;
    private KernelDma dma;
    private ConsoleModel model;
    private MockTransport transport;
    private VirtioConsoleDevice console;

    @BeforeEach
    void makeMachine() {
        machine = Simulation.sequential();
        dma = new KernelDma(machine.arena());
        model = new ConsoleModel(machine.deviceMemory());
        transport = new MockTransport(machine, model);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (console != null) {
            console.release();
        }
        assertThat(dma.held()).as("regions that were not given back").isZero();
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 80, 4095, 4096, 4097, 20_000})
    @Conforms("drv.console.op.2")
    void whatIsWrittenReachesTheDevice(int length) throws DriverException {
        open();
        byte[] data = random(length);
        console.write(data, length);
        assertThat(model.written()).isEqualTo(data);
    }

    @Test
    void noMoreThanTheGivenLengthIsWritten() throws DriverException {
        open();
        byte[] data = random(100);
        console.write(data, 60);
        assertThat(model.written()).isEqualTo(Arrays.copyOf(data, 60));
    }

    @Test
    void aWriteIsCutIntoAsFewBuffersAsCanBe() throws DriverException {
        open();
        console.write(new byte[10_000], 10_000);
        assertThat(model.lengths()).containsExactly(4096, 4096, 1808);
    }

    @Test
    void nothingTypedIsNothingRead() throws DriverException {
        open();
        assertThat(console.read(new byte[10])).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 5000, POSTED})
    @Conforms("drv.console.op.1")
    void whatIsTypedIsRead(int length) throws DriverException {
        open();
        byte[] typed = random(length);
        model.type(typed);
        byte[] data = new byte[length];
        assertThat(console.read(data)).isEqualTo(length);
        assertThat(data).isEqualTo(typed);
        assertThat(console.read(data)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100, 256, 300, 100_000})
    void aBurstBeyondTheBuffersIsReadWithoutALossWhateverTheReaderTakes(int room) throws DriverException {
        open();
        byte[] typed = random(3 * POSTED + 77);
        model.type(typed);
        assertThat(model.waiting()).as("bytes that found no buffer yet").isEqualTo(typed.length - POSTED);
        assertThat(readAll(room)).isEqualTo(typed);
        assertThat(model.waiting()).isZero();
    }

    @Test
    void aBufferIsWithTheDeviceAgainBeforeItsBytesAreRead() throws DriverException {
        open();
        byte[] typed = random(POSTED + 200);
        model.type(typed);
        assertThat(model.waiting()).isEqualTo(200);
        byte[] data = new byte[1];
        assertThat(console.read(data)).isEqualTo(1);
        assertThat(model.waiting()).isZero();
        byte[] rest = readAll(1000);
        assertThat(rest).isEqualTo(Arrays.copyOfRange(typed, 1, typed.length));
    }

    @Test
    void anArrayWithoutRoomReadsNothingAndLosesNothing() throws DriverException {
        open();
        byte[] typed = random(300);
        model.type(typed);
        assertThat(console.read(new byte[0])).isZero();
        assertThat(readAll(64)).isEqualTo(typed);
    }

    @Test
    void aBufferThatComesBackEmptyIsGivenBackToo() throws DriverException {
        open();
        model.misbehaveReceiving((queue, chain) -> queue.putUsed(chain.head(), 0));
        model.type(new byte[1000]);
        assertThat(console.read(new byte[10])).isZero();
        assertThat(model.waiting()).as("the device has had every buffer once more").isLessThan(1000 - ConsoleInput.BUFFERS);
        model.misbehaveReceiving(null);
        while (model.waiting() > 0) {
            console.read(new byte[1000]);
        }
        byte[] typed = random(10);
        model.type(typed);
        assertThat(readAll(10)).endsWith(typed);
    }

    @Test
    void theDeviceMayFillBuffersAsLittleAsItLikes() throws DriverException {
        model.receiveAtMost(1);
        open();
        byte[] typed = random(500);
        model.type(typed);
        assertThat(readAll(77)).isEqualTo(typed);
    }

    @Test
    void bytesGoBothWaysWhileTheIndicesWrapAround() throws DriverException {
        model.receiveAtMost(1);
        open();
        Random random = new Random(5);
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        byte[] data = new byte[64];
        while (typed.size() < 70_000) {
            byte[] some = random(random.nextInt(50));
            model.type(some);
            typed.writeBytes(some);
            int length = console.read(data);
            read.write(data, 0, length);
            console.write(data, length);
            written.write(data, 0, length);
            machine.trace().clear();
        }
        read.writeBytes(readAll(1000));
        assertThat(read.toByteArray()).isEqualTo(typed.toByteArray());
        assertThat(model.written()).isEqualTo(written.toByteArray());
        assertThat(model.queue(ConsoleModel.RECEIVE).usedIndex()).isEqualTo(typed.size() - 65_536);
    }

    @ParameterizedTest
    @CsvSource({"0, 257", "0, 4294967295", "64, 1", "255, 1", "65536, 1", "4294967295, 1"})
    @Conforms("drv.split.used.1")
    void inputThatCannotBeStopsTheDevice(long id, long length) throws DriverException {
        open();
        model.misbehaveReceiving((queue, chain) -> queue.putUsed(id, length));
        model.type(new byte[1]);
        Refusal.expect(Errno.EPROTO, () -> console.read(new byte[10]));
        assertStopped();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 4096", "1, 0", "4294967295, 0"})
    void anAnswerToAWriteThatCannotBeStopsTheDevice(long id, long length) throws DriverException {
        open();
        model.misbehaveTransmitting((queue, chain) -> queue.putUsed(id, length));
        Refusal.expect(Errno.EPROTO, () -> console.write(new byte[100], 100));
        assertStopped();
    }

    @Test
    void moreBuffersBackThanThereAreStopTheDevice() throws DriverException {
        open();
        model.type(new byte[1]);
        model.queue(ConsoleModel.RECEIVE).publishUsed(ConsoleInput.BUFFERS + 1);
        Refusal.expect(Errno.EPROTO, () -> console.read(new byte[10]));
        assertStopped();
    }

    @Test
    void aDeviceThatDoesNotWriteIsStoppedInTime() throws DriverException {
        open();
        model.keep(true);
        long before = machine.clock().nanoseconds();
        Refusal.expect(Errno.ETIMEDOUT, () -> console.write(new byte[1], 1));
        assertThat((machine.clock().nanoseconds() - before) / 1_000_000)
                .isBetween(VirtioConsoleDevice.WRITE_MILLISECONDS, VirtioConsoleDevice.WRITE_MILLISECONDS + 100);
        assertThat(machine.log().lines().toString()).contains("console: no answer within 5000 ms");
        assertStopped();
    }

    @Test
    void aSlowDeviceIsWaitedFor() throws DriverException {
        open();
        model.keep(true);
        machine.clock().schedule(300_000_000L, model::answerKept);
        console.write(new byte[] {1, 2, 3}, 3);
        assertThat(model.written()).containsExactly(1, 2, 3);
    }

    @Test
    @Conforms("drv.console.legacy.3")
    void whatALegacyDeviceSaysOfAWritesLengthIsDisregarded() throws DriverException {
        transport.asLegacy();
        open();
        model.misbehaveTransmitting((queue, chain) -> queue.putUsed(chain.head(), 4_000_000_000L));
        console.write(new byte[100], 100);
        byte[] typed = random(1000);
        model.type(typed);
        assertThat(readAll(999)).isEqualTo(typed);
    }

    @Test
    @Conforms("drv.basic.feat.2")
    void onlyTheSizeIsAcceptedHoweverMuchIsOffered() throws DriverException {
        model.features(-1L);
        open();
        assertThat(model.negotiated()).isEqualTo(1L << 32 | ConsoleModel.SIZE);
    }

    @Test
    @Conforms("drv.basic.cfg.4")
    void aSizeThatIsNotOfferedIsNotRead() throws DriverException {
        model.size(80, 25);
        open();
        assertThat(console.size()).isEqualTo(new ConsoleSize(ConsoleSize.UNKNOWN, ConsoleSize.UNKNOWN));
        transport.changeConfiguration();
        assertThat(console.refresh()).isFalse();
    }

    @Test
    @Conforms("drv.basic.cfg.3")
    void theSizeFollowsTheScreen() throws DriverException {
        model.features(1L << 32 | ConsoleModel.SIZE).size(65535, 1);
        open();
        assertThat(console.size()).isEqualTo(new ConsoleSize(65535, 1));
        assertThat(console.refresh()).isFalse();
        model.size(132, 60);
        assertThat(console.refresh()).as("the device has not said that it changed").isFalse();
        transport.changeConfiguration();
        assertThat(console.refresh()).isTrue();
        assertThat(console.size()).isEqualTo(new ConsoleSize(132, 60));
        transport.changeConfiguration();
        assertThat(console.refresh()).as("the size is the same").isFalse();
    }

    @Test
    void aChangeThatCouldNotBeReadIsNotForgotten() throws DriverException {
        model.features(1L << 32 | ConsoleModel.SIZE).size(80, 25);
        open();
        model.size(132, 60);
        transport.changeConfiguration();
        machine.addressMap().failMappingAfter(0);
        Refusal.expect(Errno.ENOMEM, () -> console.refresh());
        assertThat(console.size()).isEqualTo(new ConsoleSize(80, 25));
        assertThat(console.refresh()).isTrue();
        assertThat(console.size()).isEqualTo(new ConsoleSize(132, 60));
    }

    @Test
    @Conforms("drv.console.legacy.1")
    void theSizeOfALegacyScreenIsLookedAtEachTime() throws DriverException {
        model.features(ConsoleModel.SIZE).size(80, 25);
        transport.asLegacy();
        open();
        model.size(80, 50);
        assertThat(console.refresh()).isTrue();
        assertThat(console.size().rows()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"1, 80, 25", "3, 80, 25", "3, 16, 0", "3, 0, 16", "3, 0, 25", "3, 80, 0"})
    @Conforms("drv.basic.cfg.3")
    void ofALegacyConsoleTwoReadingsOfTheSizeHaveToAgree(int changesBehind, int columns, int rows) throws DriverException {
        transport.asLegacy();
        model.features(ConsoleModel.SIZE).size(columns, rows);
        model.afterConfigRead(offset -> {
            if (offset == changesBehind) {
                model.size(132, 60);
            }
        });
        open();
        assertThat(console.size()).as("no columns of one size and rows of another").isEqualTo(new ConsoleSize(132, 60));
    }

    @Test
    void aSizeThatNeverRestsIsGivenUp() {
        model.features(1L << 32 | ConsoleModel.SIZE);
        transport.churn();
        Refusal.expect(Errno.EAGAIN, this::open);
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void aSmallQueueHasFewerBuffersAndLosesNothing(int size) throws DriverException {
        transport.queueOf(size);
        open();
        byte[] typed = random(10_000);
        model.type(typed);
        assertThat(model.waiting()).isEqualTo(10_000 - size * ConsoleInput.BUFFER_SIZE);
        assertThat(readAll(1000)).isEqualTo(typed);
        console.write(typed, 10_000);
        assertThat(model.written()).isEqualTo(typed);
    }

    @Test
    void aDeviceWithoutQueuesIsRefused() {
        transport.queueOf(0);
        Refusal.expect(Errno.EOPNOTSUPP, this::open);
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @Test
    void aQueueThatCannotBeEnabledLeavesNothingBehind() {
        transport.failEnable(Errno.ERANGE);
        Refusal.expect(Errno.ERANGE, this::open);
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whicheverAllocationFailsNothingIsLeftBehind(int successes) {
        machine.arena().failAllocationAfter(successes);
        Refusal.expect(Errno.ENOMEM, this::open);
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    @Test
    void aSizeThatCannotBeMappedLeavesNothingBehind() {
        model.features(1L << 32 | ConsoleModel.SIZE);
        machine.addressMap().failMappingAfter(0);
        Refusal.expect(Errno.ENOMEM, this::open);
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    private void open() throws DriverException {
        console = new VirtioConsoleDevice(transport, dma, new PollingWait(transport), Text.format("console"));
        assertThat(console.name().toString()).isEqualTo("console");
    }

    /** Reads until nothing is there, in arrays with this much room. */
    private byte[] readAll(int room) throws DriverException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] data = new byte[room];
        for (int length = console.read(data); length > 0; length = console.read(data)) {
            all.write(data, 0, length);
        }
        return all.toByteArray();
    }

    private void assertStopped() {
        assertThat(transport.statusHistory()).endsWith(0);
        Refusal.expect(Errno.ESHUTDOWN, () -> console.read(new byte[1]));
        Refusal.expect(Errno.ESHUTDOWN, () -> console.write(new byte[1], 1));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
