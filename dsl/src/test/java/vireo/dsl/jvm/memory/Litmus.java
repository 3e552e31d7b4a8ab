// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Le16;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.dsl.sample.Counters;

/** A machine with two cells, data and flag, and a register block, on which one short program of two sides is run. */
final class Litmus {
    private static final int SEEDS = 500;
    private static final int APART = 8;
    private static final long REGISTERS = 0xFE00_0000L;

    final Simulation machine;
    final DmaMemory memory;
    final Le16 data;
    final Le16 flag;
    final Counters registers;
    /** What the device does when a register is accessed; its result answers reads. */
    final AtomicReference<LongSupplier> onRegister = new AtomicReference<>(() -> 0);

    private final Window window;

    private Litmus(Simulation machine) throws DriverException {
        this.machine = machine;
        memory = machine.arena().allocate(128, 64);
        DmaArray<Le16> cells = memory.array(Le16.class, 0, 2 * APART);
        data = cells.at(0);
        flag = cells.at(APART);
        machine.addressMap().add("counters", REGISTERS, 0x40, new RegisterDevice() {
            @Override
            public long read(long offset, int width) {
                return onRegister.get().getAsLong();
            }

            @Override
            public void write(long offset, int width, long value) {
                onRegister.get().getAsLong();
            }
        });
        window = machine.addressMap().map(REGISTERS, 0x40);
        registers = window.bind(Counters.class, 0);
    }

    /** In how many of 500 seeds a program ends with an outcome. */
    static int happens(Program program) throws DriverException {
        int count = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            if (happens(Simulation.weaklyOrdered(seed), program)) {
                count++;
            }
        }
        return count;
    }

    /** Whether a program ends with an outcome on a machine, which is closed with that. */
    static boolean happens(Simulation machine, Program program) throws DriverException {
        try (machine) {
            var litmus = new Litmus(machine);
            boolean outcome = program.outcome(litmus);
            machine.arena().free(litmus.memory);
            machine.addressMap().unmap(litmus.window);
            return outcome;
        }
    }

    int deviceReadsData() {
        return machine.deviceMemory().read16(memory.physical());
    }

    int deviceReadsFlag() {
        return machine.deviceMemory().read16(memory.physical() + 2 * APART);
    }

    void deviceWritesData(int value) {
        machine.deviceMemory().write16(memory.physical(), value);
    }

    void deviceWritesFlag(int value) {
        machine.deviceMemory().write16(memory.physical() + 2 * APART, value);
    }

    /** What the two sides do. */
    interface Program {
        /** Runs it; true where the outcome that is asked for has happened. */
        boolean outcome(Litmus litmus) throws DriverException;
    }
}
