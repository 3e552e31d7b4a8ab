// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
import vireo.virtio.model.RngModel;

/** The entropy driver against a transport without registers, so that the device's answers are the test's. */
class VirtioRngDeviceTest {
    private Simulation machine;
    private KernelDma dma;
    private RngModel model;
    private MockTransport transport;
    private VirtioRngDevice source;

    @BeforeEach
    void makeMachine() {
        machine = Simulation.sequential();
        dma = new KernelDma(machine.arena());
        model = new RngModel(machine.deviceMemory());
        transport = new MockTransport(machine, model);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (source != null) {
            source.release();
        }
        assertThat(dma.held()).as("regions that were not given back").isZero();
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 4095, 4096, 4097, 8192, 20_000})
    @Conforms("drv.entropy.op.1")
    void anArrayIsFilledWithTheDevicesBytesWhateverItsLength(int length) throws DriverException {
        open();
        byte[] data = new byte[length];
        source.fill(data);
        assertThat(data).isEqualTo(model.given());
    }

    @Test
    void anArrayWithoutRoomAsksForNothing() throws DriverException {
        open();
        source.fill(new byte[0]);
        assertThat(transport.notifications()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1000, 4095})
    @Conforms("drv.entropy.op.2")
    void shortAnswersAreAskedOnFromWhereTheyEnd(long most) throws DriverException {
        model.giveAtMost(most);
        open();
        byte[] data = new byte[5000];
        source.fill(data);
        assertThat(data).isEqualTo(model.given());
    }

    @Test
    @Conforms("drv.entropy.op.2")
    void nothingBeyondTheUsedLengthIsTaken() throws DriverException {
        open();
        source.fill(new byte[4096]);
        int before = model.given().length;
        model.misbehave((queue, chain) -> {
            model.misbehave(null);
            machine.deviceMemory().writeBytes(chain.segments().get(0).address(), new byte[] {1, 2, 3, 4});
            queue.putUsed(chain.head(), 2);
        });
        byte[] data = new byte[6];
        source.fill(data);
        assertThat(data).startsWith(1, 2);
        assertThat(Arrays.copyOfRange(data, 2, 6))
                .isEqualTo(Arrays.copyOfRange(model.given(), before, before + 4));
    }

    @Test
    void oneRequestAsksForNoMoreThanIsMissing() throws DriverException {
        open();
        model.misbehave((queue, chain) -> {
            assertThat(chain.writableLength()).isEqualTo(5);
            model.answer(queue, chain);
        });
        source.fill(new byte[5]);
        assertThat(model.given()).hasSize(5);
    }

    @Test
    @Conforms("drv.entropy.op.2")
    void anAnswerWithoutAByteStopsTheDevice() throws DriverException {
        open();
        model.misbehave((queue, chain) -> queue.putUsed(chain.head(), 0));
        Refusal.expect(Errno.EPROTO, () -> source.fill(new byte[8]));
        assertThat(machine.log().lines().toString()).contains("rng: device answers a request with 0 bytes");
        assertStopped();
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "0, 4294967295", "1, 8", "65535, 8", "4294967295, 8"})
    @Conforms("drv.split.used.1")
    void anAnswerThatCannotBeStopsTheDevice(long id, long length) throws DriverException {
        open();
        model.misbehave((queue, chain) -> queue.putUsed(id, length));
        Refusal.expect(Errno.EPROTO, () -> source.fill(new byte[8]));
        assertStopped();
    }

    @Test
    void anAnswerToNothingStopsTheDevice() throws DriverException {
        open();
        model.misbehave((queue, chain) -> {
            queue.stageUsed(chain.head(), 8);
            queue.putUsed(chain.head(), 8);
        });
        Refusal.expect(Errno.EPROTO, () -> source.fill(new byte[8]));
        assertStopped();
    }

    @Test
    void aSilentDeviceIsStoppedInTime() throws DriverException {
        open();
        model.keep(true);
        long before = machine.clock().nanoseconds();
        Refusal.expect(Errno.ETIMEDOUT, () -> source.fill(new byte[8]));
        assertThat((machine.clock().nanoseconds() - before) / 1_000_000)
                .isBetween(VirtioRngDevice.REQUEST_MILLISECONDS, VirtioRngDevice.REQUEST_MILLISECONDS + 100);
        assertThat(machine.log().lines().toString()).contains("rng: no answer within 5000 ms");
        assertStopped();
    }

    @Test
    void aLateAnswerIsWaitedFor() throws DriverException {
        open();
        model.keep(true);
        machine.clock().schedule(300_000_000L, () -> model.answerKept(transport.queue()));
        byte[] data = new byte[100];
        source.fill(data);
        assertThat(data).isEqualTo(model.given());
    }

    @Test
    void whatADeviceThatCannotBeStoppedMayWriteToIsNotUsedAgain() throws DriverException {
        open();
        model.keep(true);
        transport.ignoreReset();
        Refusal.expect(Errno.ETIMEDOUT, () -> source.fill(new byte[8]));
        assertThat(machine.log().lines().toString()).contains("rng: cannot be stopped (ETIMEDOUT)");
        Refusal.expect(Errno.ESHUTDOWN, () -> dma.allocate(1));
        source.release();
        source = null;
        assertThat(dma.held()).as("regions kept for good").isEqualTo(2);
        dma = new KernelDma(machine.arena());
        machine = Simulation.sequential();
        transport = new MockTransport(machine, new RngModel(machine.deviceMemory()));
    }

    @Test
    void seventyThousandRequestsGoThroughTheQueue() throws DriverException {
        open();
        model.giveAtMost(1);
        byte[] data = new byte[1000];
        for (int i = 0; i < 70; i++) {
            source.fill(data);
            machine.trace().clear();
        }
        byte[] given = model.given();
        assertThat(given).hasSize(70_000).endsWith(data);
        assertThat(transport.queue().usedIndex()).isEqualTo(70_000 - 65_536);
    }

    @Test
    @Conforms("drv.basic.feat.2")
    void noFeatureIsAcceptedButVersion1HoweverManyAreOffered() throws DriverException {
        model.features(-1L);
        open();
        assertThat(transport.accepted()).isEqualTo(1L << 32);
    }

    @Test
    void aLegacyDeviceGivesItsBytesToo() throws DriverException {
        transport.asLegacy();
        open();
        byte[] data = new byte[5000];
        source.fill(data);
        assertThat(data).isEqualTo(model.given());
        assertThat(transport.accepted()).isZero();
    }

    @Test
    void aDeviceWithoutItsQueueIsRefused() {
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
    @ValueSource(ints = {0, 1})
    void whicheverAllocationFailsNothingIsLeftBehind(int successes) {
        machine.arena().failAllocationAfter(successes);
        Refusal.expect(Errno.ENOMEM, this::open);
        assertThat(transport.statusHistory()).endsWith(DeviceStatus.FAILED);
    }

    private void open() throws DriverException {
        source = new VirtioRngDevice(transport, dma, new PollingWait(transport), Text.format("rng"));
        assertThat(source.name().toString()).isEqualTo("rng");
    }

    private void assertStopped() {
        assertThat(transport.statusHistory()).endsWith(0);
        machine.trace().clear();
        Refusal.expect(Errno.ESHUTDOWN, () -> source.fill(new byte[1]));
        assertThat(machine.trace().accesses()).as("a stopped device is left alone").isEmpty();
    }
}
