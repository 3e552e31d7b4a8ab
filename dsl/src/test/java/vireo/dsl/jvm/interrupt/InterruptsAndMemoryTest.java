// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vireo.dsl.Deadline;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.Le16;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.register.PciInterruptSource;
import vireo.dsl.jvm.register.RegisterDevice;

/** Over many seeds of the weak machine: what an interrupt orders never fails, and what it does not order fails once. */
class InterruptsAndMemoryTest {
    private static final int SEEDS = 300;
    private static final int FUNCTION = 8;
    private static final long WIRE = 3;

    @Test
    void whatTheDeviceStoredBeforeItsMessageIsSeenAfterTheWait() throws DriverException {
        assertThat(missedStores(true)).isZero();
    }

    @Test
    void aWireOrdersNothing() throws DriverException {
        assertThat(missedStores(false)).isPositive();
    }

    @Test
    void whatTheDeviceStoredAfterItsMessageMayBeMissed() throws DriverException {
        int missed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            try (var machine = Simulation.weaklyOrdered(seed)) {
                var line = new Line(machine);
                machine.clock().schedule(1_000, () -> {
                    line.raise(true);
                    line.deviceStores(0);
                });
                missed += line.awaitAndLoad(0) == 0 ? 1 : 0;
                line.end();
            }
        }
        assertThat(missed).isPositive();
    }

    @Test
    void whatWasStoredBeforeASignalIsThereForTheDevice() throws DriverException {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (var machine = Simulation.weaklyOrdered(seed)) {
                var line = new Line(machine);
                line.cells.at(5).set(1);
                line.events.signal(2);
                assertThat(machine.deviceMemory().read16(line.memory.physical() + 10)).isEqualTo(1);
                line.end();
            }
        }
    }

    private static int missedStores(boolean message) throws DriverException {
        int missed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            try (var machine = Simulation.weaklyOrdered(seed)) {
                var line = new Line(machine);
                machine.clock().schedule(1_000, () -> {
                    line.deviceStores(0);
                    line.raise(message);
                });
                missed += line.awaitAndLoad(0) == 0 ? 1 : 0;
                line.end();
            }
        }
        return missed;
    }

    /** A device with a vector, a wire and some cells, and the driver that waits for it. */
    private static final class Line {
        private final Simulation machine;
        private final DmaMemory memory;
        private final DmaArray<Le16> cells;
        private final Events events;
        private final CountingHandler handler;
        private final long vector;

        Line(Simulation machine) throws DriverException {
            this.machine = machine;
            memory = machine.arena().allocate(64, 64);
            cells = memory.array(Le16.class, 0, 8);
            machine.pci().add(FUNCTION, silent(), new PciInterruptSource() {
                @Override
                public int vectors() {
                    return 1;
                }
            });
            assertThat(machine.pci().enableVectors(FUNCTION, 1)).isEqualTo(1);
            vector = machine.pci().vectorNumber(FUNCTION, 0);
            events = machine.interrupts().createEvents();
            handler = new CountingHandler(source -> {
                events.signal(1);
                return true;
            });
            machine.interrupts().request(vector, handler, 0);
            machine.interrupts().request(WIRE, handler, 0);
        }

        void raise(boolean message) {
            machine.interrupts().raise(message ? vector : WIRE);
        }

        void deviceStores(int cell) {
            machine.deviceMemory().write16(memory.physical() + 2L * cell, 1);
        }

        int awaitAndLoad(int cell) {
            assertThat(events.await(1, Deadline.afterMillis(1))).isEqualTo(1);
            return cells.at(cell).get();
        }

        void end() {
            machine.interrupts().release(handler);
            machine.pci().disableVectors(FUNCTION);
            machine.interrupts().destroyEvents(events);
            machine.arena().free(memory);
        }

        private static RegisterDevice silent() {
            return new RegisterDevice() {
                @Override
                public long read(long offset, int width) {
                    return 0;
                }

                @Override
                public void write(long offset, int width, long value) {}
            };
        }
    }
}
