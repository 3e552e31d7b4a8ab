// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.PluggedMachine.Place;
import vireo.virtio.model.BesideModel;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.RngModel;

/** A console and a source of random bytes that work beside their drivers, on a machine that orders no more than it is asked to. */
class ByteDevicesWeakMemoryTest {
    private static final int LINES = 20;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Conforms("drv.split.barrier.1")
    @Conforms("drv.split.barrier.2")
    void whatIsTypedAndWrittenIsWhole(long seed) throws DriverException {
        Simulation machine = Simulation.weaklyOrdered(seed);
        Random random = new Random(seed);
        ConsoleModel model = new ConsoleModel(machine.deviceMemory());
        try (PluggedMachine plugged = beside(machine, model, seed)) {
            VirtioConsoleDevice console = plugged.console();
            for (int line = 0; line < LINES; line++) {
                byte[] typed = new byte[1 + random.nextInt(600)];
                random.nextBytes(typed);
                machine.clock().schedule(random.nextInt(5000), () -> model.type(typed));
                byte[] read = new byte[typed.length];
                for (int done = 0; done < typed.length; ) {
                    assertThat(console.awaitInput(1000)).as("line %d comes in", line).isTrue();
                    byte[] some = new byte[typed.length - done];
                    int length = console.read(some);
                    System.arraycopy(some, 0, read, done, length);
                    done += length;
                }
                assertThat(read).as("line %d", line).isEqualTo(typed);
                int before = model.written().length;
                console.write(read, read.length);
                assertThat(model.written()).as("line %d is written", line).hasSize(before + typed.length).endsWith(typed);
            }
            assertThat(machine.clock().elapsed()).as("nobody waited for long").isLessThan(1_000_000_000L);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRandomBytesAreTheDevices(long seed) throws DriverException {
        Simulation machine = Simulation.weaklyOrdered(seed);
        RngModel model = new RngModel(machine.deviceMemory()).giveAtMost(37);
        try (PluggedMachine plugged = beside(machine, model, seed)) {
            byte[] data = new byte[1500];
            plugged.source().fill(data);
            assertThat(data).isEqualTo(model.given());
            assertThat(machine.clock().elapsed()).as("nobody waited for long").isLessThan(1_000_000_000L);
        }
    }

    /** A device that looks at its queues by itself; it is polled, or interrupts between any two accesses of the driver. */
    private static PluggedMachine beside(Simulation machine, DeviceModel model, long seed) {
        boolean interrupting = seed % 2 == 1;
        BesideModel beside = new BesideModel(model);
        PluggedMachine plugged = new PluggedMachine(machine, beside, seed % 4 < 2 ? Place.PCI : Place.MMIO, (int) seed % 4);
        if (interrupting) {
            machine.interrupts().deliverAnywhere(seed);
        }
        assertThat(plugged.probe(interrupting)).as(machine.log().lines().toString()).isEqualTo(1);
        machine.concurrently(beside::step);
        return plugged;
    }
}
