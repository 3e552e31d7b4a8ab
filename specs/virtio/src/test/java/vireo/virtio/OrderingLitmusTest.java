// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Fence;
import vireo.dsl.jvm.Simulation;

/**
 * What each of the queue's three orderings is for: the same few steps with and without it, on a machine that orders no more than it
 * is asked to. Without, some run goes wrong; with it, none does. So {@link WeakMemoryTest} would notice a missing one.
 */
class OrderingLitmusTest {
    private static final long SEEDS = 400;
    private static final long FLAGS = 0;
    private static final long IDX = 2;
    private static final long FIRST_ENTRY = 4;

    @Test
    @Conforms("drv.split.barrier.1")
    void anEntryIsVisibleBeforeTheIndexThatPublishesIt() {
        assertThat(runs(seed -> deviceSeesAStaleEntry(seed, false))).as("runs that fail with a plain store").isPositive();
        assertThat(runs(seed -> deviceSeesAStaleEntry(seed, true))).as("runs that fail with publish").isZero();
    }

    @Test
    void anEntryIsReadAfterTheIndexThatHandsItOver() {
        assertThat(runs(seed -> driverSeesAStaleEntry(seed, false))).as("runs that fail with a plain load").isPositive();
        assertThat(runs(seed -> driverSeesAStaleEntry(seed, true))).as("runs that fail with observe").isZero();
    }

    @Test
    @Conforms("drv.split.barrier.2")
    void aDeviceThatGoesToSleepIsNotForgotten() {
        assertThat(runs(seed -> bothSidesMissTheNews(seed, false))).as("runs that hang without the barrier").isPositive();
        assertThat(runs(seed -> bothSidesMissTheNews(seed, true))).as("runs that hang with the barrier").isZero();
    }

    private static long runs(LongPredicate failure) {
        return LongStream.range(0, SEEDS).filter(failure).count();
    }

    /** The driver writes an entry and the index; the device reads the index, then the entry. */
    private static boolean deviceSeesAStaleEntry(long seed, boolean ordered) {
        try (Machine machine = new Machine(seed)) {
            AvailRing ring = machine.available;
            long at = machine.availableAddress;
            boolean[] stale = new boolean[1];
            machine.simulation.concurrently(() -> {
                if (machine.simulation.deviceMemory().read16(at + IDX) == 1
                        && machine.simulation.deviceMemory().read16(at + FIRST_ENTRY) != 7) {
                    stale[0] = true;
                }
            });
            ring.ring().at(0).set(7);
            if (ordered) {
                ring.idx().publish(1);
            } else {
                ring.idx().set(1);
            }
            machine.settle();
            return stale[0];
        }
    }

    /** The device writes an entry and the index; the driver reads the index, then the entry. */
    private static boolean driverSeesAStaleEntry(long seed, boolean ordered) {
        try (Machine machine = new Machine(seed)) {
            UsedRing ring = machine.used;
            long at = machine.usedAddress;
            machine.simulation.concurrently(() -> {
                machine.simulation.deviceMemory().write32(at + FIRST_ENTRY, 7);
                machine.simulation.deviceMemory().write16(at + IDX, 1);
            });
            for (int reads = 0; reads < 50; reads++) {
                int index = ordered ? ring.idx().observe() : ring.idx().get();
                if (index == 1) {
                    return ring.ring().at(0).id().get() != 7;
                }
            }
            return false;
        }
    }

    /**
     * The driver writes the index, then reads whether it has to notify; the device says that it wants to be notified, then reads the
     * index once more. Where both read the old value, the request waits for ever.
     */
    private static boolean bothSidesMissTheNews(long seed, boolean ordered) {
        try (Machine machine = new Machine(seed)) {
            machine.simulation.deviceMemory().write16(machine.usedAddress + FLAGS, UsedRing.NO_NOTIFY);
            boolean[] slept = new boolean[1];
            boolean[] awake = {true};
            machine.simulation.concurrently(() -> {
                if (awake[0]) {
                    machine.simulation.deviceMemory().write16(machine.usedAddress + FLAGS, 0);
                    slept[0] = machine.simulation.deviceMemory().read16(machine.availableAddress + IDX) == 0;
                    awake[0] = false;
                }
            });
            machine.available.idx().publish(1);
            if (ordered) {
                Fence.full();
            }
            boolean notifies = (machine.used.flags().get() & UsedRing.NO_NOTIFY) == 0;
            machine.settle();
            return slept[0] && !notifies;
        }
    }

    /** A weakly ordered machine with the two rings of a queue of one entry. */
    private static final class Machine implements AutoCloseable {
        private final Simulation simulation;
        private final KernelDma dma;
        private final DmaRegion region;
        private final AvailRing available;
        private final UsedRing used;
        private final long availableAddress;
        private final long usedAddress;

        Machine(long seed) {
            simulation = Simulation.weaklyOrdered(seed);
            dma = new KernelDma(simulation.arena());
            try {
                region = dma.allocate(128);
                available = region.memory().ring(AvailRing.class, 0, 1);
                used = region.memory().ring(UsedRing.class, 64, 1);
            } catch (DriverException e) {
                throw new AssertionError(e);
            }
            availableAddress = region.memory().physical();
            usedAddress = availableAddress + 64;
        }

        /** Lets the machine come to rest, and the device see the result. */
        void settle() {
            for (int i = 0; i < 20; i++) {
                Fence.full();
            }
        }

        @Override
        public void close() {
            dma.release(region);
            simulation.close();
        }
    }
}
