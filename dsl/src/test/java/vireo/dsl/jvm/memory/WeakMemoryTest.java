// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import vireo.dsl.Cpu;
import vireo.dsl.DriverException;
import vireo.dsl.Fence;
import vireo.dsl.Le16;
import vireo.dsl.jvm.Simulation;

/**
 * Each test asks over many seeds whether an outcome that a barrier forbids happens: never with the barrier, and at
 * least once without it, or the machine would not find the missing barrier in a driver.
 */
class WeakMemoryTest {
    @Test
    void withoutPublishTheDeviceSeesTheFlagBeforeTheData() throws DriverException {
        assertThat(Litmus.happens(litmus -> handsOver(litmus, Le16::set))).isPositive();
    }

    @Test
    void withPublishTheDeviceSeesTheDataWhenItSeesTheFlag() throws DriverException {
        assertThat(Litmus.happens(litmus -> handsOver(litmus, Le16::publish))).isZero();
    }

    @Test
    void copiedBytesNeedThePublishToo() throws DriverException {
        assertThat(Litmus.happens(litmus -> copiesAndHandsOver(litmus, Le16::set))).isPositive();
        assertThat(Litmus.happens(litmus -> copiesAndHandsOver(litmus, Le16::publish))).isZero();
    }

    @Test
    void aPublishDoesNotHoldBackLaterStores() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            var overtaken = new AtomicBoolean();
            litmus.machine.concurrently(() -> {
                if (litmus.deviceReadsData() == 1 && litmus.deviceReadsFlag() == 0) {
                    overtaken.set(true);
                }
            });
            litmus.flag.publish(1);
            litmus.data.set(1);
            Cpu.relax();
            return overtaken.get();
        })).isPositive();
    }

    @Test
    void withoutObserveTheDriverFindsOldDataBehindANewFlag() throws DriverException {
        assertThat(Litmus.happens(litmus -> takesOver(litmus, Le16::get))).isPositive();
    }

    @Test
    void withObserveTheDriverFindsTheDataBehindTheFlag() throws DriverException {
        assertThat(Litmus.happens(litmus -> takesOver(litmus, Le16::observe))).isZero();
    }

    @Test
    void aFenceAfterAPlainLoadOrdersTheNextLoad() throws DriverException {
        assertThat(Litmus.happens(litmus -> takesOver(litmus, flag -> {
            int value = flag.get();
            Fence.full();
            return value;
        }))).isZero();
    }

    @Test
    void anObserveOfAnOldFlagPromisesNothingAboutNewData() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            litmus.deviceWritesData(1);
            litmus.deviceWritesFlag(1);
            return litmus.flag.observe() == 0 && litmus.data.get() == 0;
        })).isPositive();
    }

    @Test
    void withoutAFullFenceBothSidesMissEachOther() throws DriverException {
        assertThat(Litmus.happens(litmus -> bothMiss(litmus, () -> {}))).isPositive();
    }

    @Test
    void withAFullFenceOneSideSeesTheOther() throws DriverException {
        assertThat(Litmus.happens(litmus -> bothMiss(litmus, Fence::full))).isZero();
    }

    @Test
    void anObserveIsNoFullFence() throws DriverException {
        assertThat(Litmus.happens(litmus -> bothMiss(litmus, litmus.flag::observe))).isPositive();
    }

    @Test
    void aRegisterWriteMakesEarlierStoresVisible() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            litmus.data.set(1);
            var seen = new AtomicInteger(-1);
            litmus.onRegister.set(() -> {
                seen.set(litmus.deviceReadsData());
                return 0;
            });
            litmus.registers.kick().write(0);
            return seen.get() != 1;
        })).isZero();
    }

    @Test
    void aRegisterReadOrdersLaterLoadsButNotEarlierStores() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            litmus.deviceWritesData(1);
            litmus.registers.level().read();
            return litmus.data.get() != 1;
        })).isZero();
        assertThat(Litmus.happens(litmus -> {
            litmus.deviceWritesData(1);
            return litmus.data.get() != 1;
        })).isPositive();
        assertThat(Litmus.happens(litmus -> {
            litmus.data.set(1);
            litmus.registers.level().read();
            return litmus.deviceReadsData() != 1;
        })).isPositive();
    }

    @Test
    void theDriverNeverMissesItsOwnStores() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            boolean missed = false;
            for (int i = 1; i <= 20; i++) {
                litmus.deviceWritesData(1000);
                litmus.data.set(i);
                litmus.flag.set(i);
                missed |= litmus.data.get() != i;
                Cpu.relax();
                missed |= litmus.data.get() != i;
                litmus.machine.arena().settle();
            }
            return missed;
        })).isZero();
    }

    @Test
    void storesToOneLocationArriveInOrder() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            var backwards = new AtomicBoolean();
            var last = new AtomicInteger();
            litmus.machine.concurrently(() -> {
                int seen = litmus.deviceReadsData();
                backwards.compareAndSet(false, seen < last.getAndSet(seen));
            });
            for (int i = 1; i <= 30; i++) {
                litmus.data.set(i);
            }
            litmus.machine.arena().settle();
            return backwards.get() || litmus.deviceReadsData() != 30;
        })).isZero();
    }

    @Test
    void loadsOfOneLocationNeverGoBackAndNeverTear() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            boolean wrong = false;
            int last = 0;
            for (int i = 1; i <= 30; i++) {
                litmus.deviceWritesData(i * 0x101);
                int seen = litmus.data.get();
                wrong |= seen < last || (seen & 0xFF) != seen >> 8;
                last = seen;
            }
            return wrong;
        })).isZero();
    }

    @Test
    void whatWaitsBecomesVisibleInTheEnd() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            litmus.data.set(1);
            for (int i = 0; i < 100; i++) {
                Cpu.relax();
            }
            return litmus.deviceReadsData() != 1;
        })).isZero();
        assertThat(Litmus.happens(litmus -> {
            litmus.deviceWritesFlag(1);
            int polls = 0;
            while (litmus.flag.get() != 1 && polls < 100) {
                polls++;
            }
            return polls == 100;
        })).isZero();
    }

    @Test
    void freeingMemoryCompletesItsStores() throws DriverException {
        assertThat(Litmus.happens(litmus -> {
            var other = litmus.machine.arena().allocate(8, 8);
            other.bytes(0, 8).set(0, 1);
            litmus.data.set(1);
            litmus.machine.arena().free(other);
            return litmus.deviceReadsData() != 1;
        })).isZero();
    }

    @Test
    void theSameSeedMakesTheSameRun() throws DriverException {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(traceOf(seed)).as("seed %d", seed).isEqualTo(traceOf(seed));
        }
        assertThat(traceOf(1)).isNotEqualTo(traceOf(2));
    }

    @Test
    void aSequentialMachineShowsNoneOfThis() throws DriverException {
        assertThat(Litmus.happens(Simulation.sequential(), litmus -> handsOver(litmus, Le16::set))).isFalse();
        assertThat(Litmus.happens(Simulation.sequential(), litmus -> takesOver(litmus, Le16::get))).isFalse();
        assertThat(Litmus.happens(Simulation.sequential(), litmus -> bothMiss(litmus, () -> {}))).isFalse();
    }

    /** Message passing to the device: did it see the flag without the data? */
    private static boolean handsOver(Litmus litmus, ObjIntConsumer<Le16> hand) {
        var wrong = new AtomicBoolean();
        litmus.machine.concurrently(() -> {
            if (litmus.deviceReadsFlag() == 1 && litmus.deviceReadsData() != 1) {
                wrong.set(true);
            }
        });
        litmus.data.set(1);
        hand.accept(litmus.flag, 1);
        Cpu.relax();
        Cpu.relax();
        return wrong.get();
    }

    private static boolean copiesAndHandsOver(Litmus litmus, ObjIntConsumer<Le16> hand) throws DriverException {
        var wrong = new AtomicBoolean();
        long last = litmus.memory.physical() + 127;
        litmus.machine.concurrently(() -> {
            if (litmus.deviceReadsFlag() == 1 && litmus.machine.deviceMemory().read8(last) != 9) {
                wrong.set(true);
            }
        });
        byte[] nines = new byte[61];
        Arrays.fill(nines, (byte) 9);
        litmus.memory.bytes(64, 64).copyFrom(3, nines, 0, 61);
        hand.accept(litmus.flag, 1);
        Cpu.relax();
        Cpu.relax();
        return wrong.get();
    }

    /** Message passing to the driver: did it see the flag without the data? */
    private static boolean takesOver(Litmus litmus, ToIntFunction<Le16> look) {
        var done = new AtomicBoolean();
        litmus.machine.concurrently(() -> {
            if (done.compareAndSet(false, true)) {
                litmus.deviceWritesData(1);
                litmus.deviceWritesFlag(1);
            }
        });
        for (int polls = 0; polls < 100; polls++) {
            if (look.applyAsInt(litmus.flag) == 1) {
                return litmus.data.get() != 1;
            }
            Cpu.relax();
        }
        throw new AssertionError("the flag never became visible");
    }

    /** Store buffering: each side writes one location and reads the other's. Did both miss the other's write? */
    private static boolean bothMiss(Litmus litmus, Runnable between) {
        var deviceSaw = new AtomicInteger(-1);
        litmus.machine.concurrently(() -> {
            if (deviceSaw.get() < 0) {
                litmus.deviceWritesData(1);
                deviceSaw.set(litmus.deviceReadsFlag());
            }
        });
        litmus.flag.publish(1);
        between.run();
        boolean driverMissed = litmus.data.get() == 0;
        Cpu.relax();
        return driverMissed && deviceSaw.get() == 0;
    }

    private static String traceOf(long seed) throws DriverException {
        try (var machine = Simulation.weaklyOrdered(seed)) {
            var memory = machine.arena().allocate(64, 64);
            var cells = memory.array(Le16.class, 0, 32);
            var step = new AtomicInteger();
            machine.concurrently(() -> machine.deviceMemory()
                    .write16(memory.physical() + 2L * (step.get() % 8), step.incrementAndGet()));
            for (int i = 0; i < 40; i++) {
                cells.at(8 + i % 8).set(cells.at(i % 8).get());
            }
            machine.arena().free(memory);
            return machine.trace().toString();
        }
    }
}
