// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.dsl.Conforms;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.SplitQueueModel;

/** Which interrupts a driver takes, and what it learns from them. */
class InterruptWaitTest {
    private static final long DATA = 0x1_0000;

    private Simulation machine;
    private KernelDma dma;
    private MockTransport transport;
    private VirtQueue queue;
    private SplitQueueModel device;
    private InterruptWait waiting;

    @BeforeEach
    void makeMachine() throws DriverException {
        machine = Simulation.sequential();
        dma = new KernelDma(machine.arena());
        transport = new MockTransport(machine);
        queue = new VirtQueue(dma, 8, false, false);
        device = new SplitQueueModel(machine.deviceMemory(), 8,
                queue.descriptorArea(), queue.driverArea(), queue.deviceArea(), transport.violations());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (waiting != null) {
            waiting.release();
        }
        queue.release(dma);
        assertThat(machine.interrupts().requested()).as("interrupts that are still requested").isZero();
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 9, 3, '0, 1, 2'", // one each
        "9, 9, 3, '0, 1, 2'",
        "2, 9, 2, '0, 1, 1'", // the kernel has two: the queues share one
        "9, 2, 2, '0, 1, 1'", // the device has room for two
        "1, 9, 1, '0, 0, 0'", // one for everything
        "9, 1, 1, '0, 0, 0'",
    })
    @Conforms("drv.pci.msix.1")
    @Conforms("drv.pci.msix.2")
    @Conforms("drv.pci.msix.3")
    void asManyVectorsAreUsedAsKernelAndDeviceHave(int granted, int room, int requested, String assigned)
            throws DriverException {
        connect(2, transport.withVectors(granted, room));
        assertThat(machine.interrupts().requested()).isEqualTo(requested);
        assertThat(transport.assignedVectors(2)).hasToString("[" + assigned + "]");
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "2, 9", "1, 9", "0, 0"})
    void aUsedBufferWakesWhoWaitsForItAndNothingElse(int granted, int room) throws DriverException {
        connect(2, transport.withVectors(granted, room).withLine());
        queue.addWritable(DATA, 16);
        queue.publish();
        machine.concurrently(() -> {
            if (device.hasAvailable() && machine.clock().nanoseconds() > 5_000) {
                device.putUsed(device.take().head(), 16);
                transport.interruptForQueue(0);
            }
        });
        long before = machine.clock().nanoseconds();
        waiting.pause(queue, 0, Deadline.afterMillis(1000));
        assertThat(queue.hasUsed()).isTrue();
        assertThat(machine.clock().nanoseconds() - before).as("nanoseconds asleep").isLessThan(1_000_000);
        assertThat(waiting.mayHaveChanged()).as("the configuration").isEqualTo(granted == 1);
        assertThat(queue.takeUsed().length()).isEqualTo(16);
    }

    @Test
    @Conforms("drv.split.irqsup.1")
    void theDeviceIsAskedForInterruptsWhileSomebodySleepsOnly() throws DriverException {
        connect(1, transport.withVectors(2, 2));
        int[] flags = {-1};
        machine.concurrently(() -> flags[0] = device.availableFlags());
        waiting.pause(queue, 0, Deadline.afterMillis(1));
        assertThat(flags[0]).as("flags while the driver sleeps").isZero();
        assertThat(device.availableFlags()).as("flags while it does not").isEqualTo(1);
    }

    @Test
    void nobodySleepsOverABufferThatIsThereAlready() throws DriverException {
        connect(1, transport.withVectors(2, 2));
        queue.addWritable(DATA, 16);
        queue.publish();
        device.putUsed(device.take().head(), 16); // Without an interrupt: none was wanted.
        long before = machine.clock().nanoseconds();
        waiting.pause(queue, 0, Deadline.afterMillis(1000));
        assertThat(machine.clock().nanoseconds() - before).as("nanoseconds asleep").isLessThan(1_000_000);
    }

    @Test
    void aSilentDeviceIsWaitedForUntilTheDeadline() throws DriverException {
        connect(1, transport.withVectors(2, 2));
        Deadline deadline = Deadline.afterMillis(50);
        waiting.pause(queue, 0, deadline);
        assertThat(deadline.expired()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "2, 9", "1, 9", "0, 0"})
    void aChangeOfTheConfigurationIsToldOnce(int granted, int room) throws DriverException {
        connect(1, transport.withVectors(granted, room).withLine());
        assertThat(waiting.mayHaveChanged()).isFalse();
        transport.interruptForConfiguration();
        machine.interrupts().deliver();
        assertThat(waiting.mayHaveChanged()).isTrue();
        assertThat(waiting.mayHaveChanged()).isFalse();
    }

    @Test
    void aLineThatIsRaisedByAnotherDeviceIsNotOurs() throws DriverException {
        connect(1, transport.withLine());
        machine.interrupts().raise(MockTransport.LINE);
        machine.interrupts().deliver();
        assertThat(machine.interrupts().spurious(MockTransport.LINE)).isEqualTo(1);
    }

    @Test
    void aDeviceWithoutAnyInterruptCannotBeWaitedForLikeThis() throws DriverException {
        assertThat(InterruptWait.isPossible(transport)).isFalse();
        assertThat(InterruptWait.isPossible(transport.withLine())).isTrue();
        assertThat(InterruptWait.isPossible(transport.withVectors(1, 1))).isTrue();
    }

    @Test
    void whicheverRequestFailsTheRestIsGivenBack() throws DriverException {
        transport.withVectors(3, 3);
        for (int successes = 1; successes <= 3; successes++) {
            InterruptWait unconnected = new InterruptWait(transport, machine.interrupts());
            machine.interrupts().failRequestAfter(successes - 1);
            Refusal.expect(Errno.ENOMEM, () -> unconnected.connect(2));
            unconnected.release();
            assertThat(machine.interrupts().requested()).isZero();
        }
    }

    private void connect(int queues, MockTransport connected) throws DriverException {
        waiting = new InterruptWait(connected, machine.interrupts());
        waiting.connect(queues);
    }
}
