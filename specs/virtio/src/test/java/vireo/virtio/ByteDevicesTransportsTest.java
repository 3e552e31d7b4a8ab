// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.PluggedMachine.Place;
import vireo.virtio.model.ConsoleModel;
import vireo.virtio.model.DeviceModel;
import vireo.virtio.model.RngModel;

/**
 * A console and a source of random bytes behind each of the transports, found as a kernel finds them, polled and with every kind of
 * interrupt. The devices take their time, so that the drivers have to wait.
 */
class ByteDevicesTransportsTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SIZE_AND_VERSION = ConsoleModel.SIZE | 1L << 32;

    private final Simulation machine = Simulation.sequential();

    @ParameterizedTest
    @EnumSource(Place.class)
    void aPolledSourceGivesItsBytesWithoutAnInterrupt(Place place) throws DriverException {
        RngModel model = slowRng();
        try (PluggedMachine plugged = plug(model, place, 2, false)) {
            assertFills(plugged.source(), model);
            assertThat(machine.interrupts().delivered()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"PCI, 2", "PCI, 1", "PCI, 0", "LEGACY_PCI, 2", "LEGACY_PCI, 1", "LEGACY_PCI, 0", "MMIO, 0", "LEGACY_MMIO, 0"})
    void aSourceThatInterruptsGivesItsBytes(Place place, int vectors) throws DriverException {
        RngModel model = slowRng();
        try (PluggedMachine plugged = plug(model, place, vectors, true)) {
            assertFills(plugged.source(), model);
            assertThat(machine.interrupts().delivered()).as("one a request").isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aSourceWhoseInterruptsGetLostIsSlowAndLosesNothing(Place place) throws DriverException {
        RngModel model = slowRng();
        try (PluggedMachine plugged = plug(model, place, 2, true)) {
            plugged.transport().loseInterrupts();
            byte[] data = new byte[100];
            long before = machine.clock().nanoseconds();
            plugged.source().fill(data);
            assertThat(data).isEqualTo(model.given());
            assertThat((machine.clock().nanoseconds() - before) / MILLISECOND)
                    .isBetween(VirtioRngDevice.REQUEST_MILLISECONDS, VirtioRngDevice.REQUEST_MILLISECONDS + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aSilentSourceIsStoppedInTimeByASleeper(Place place) throws DriverException {
        RngModel model = new RngModel(machine.deviceMemory());
        try (PluggedMachine plugged = plug(model, place, 2, true)) {
            model.keep(true);
            Refusal.expect(Errno.ETIMEDOUT, () -> plugged.source().fill(new byte[1]));
            Refusal.expect(Errno.ESHUTDOWN, () -> plugged.source().fill(new byte[1]));
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aPolledConsoleExchangesBytesWithoutAnInterrupt(Place place) throws DriverException {
        ConsoleModel model = console(place);
        try (PluggedMachine plugged = plug(model, place, 3, false)) {
            assertExchanges(plugged.console(), model);
            assertSizeFollows(plugged, model);
            assertThat(machine.interrupts().delivered()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"PCI, 3", "PCI, 2", "PCI, 1", "PCI, 0", "LEGACY_PCI, 3", "LEGACY_PCI, 2", "LEGACY_PCI, 1", "LEGACY_PCI, 0",
        "MMIO, 0", "LEGACY_MMIO, 0"})
    void aConsoleThatInterruptsExchangesBytesAndReportsItsSize(Place place, int vectors) throws DriverException {
        ConsoleModel model = console(place);
        try (PluggedMachine plugged = plug(model, place, vectors, true)) {
            assertExchanges(plugged.console(), model);
            assertThat(machine.interrupts().delivered()).as("one a wait").isGreaterThanOrEqualTo(20);
            assertSizeFollows(plugged, model);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void interruptsInTheMiddleOfAnythingLoseNothing(long seed) throws DriverException {
        machine.interrupts().deliverAnywhere(seed);
        ConsoleModel model = console(Place.PCI);
        try (PluggedMachine plugged = plug(model, Place.PCI, 3, true)) {
            assertExchanges(plugged.console(), model);
        }
    }

    @Test
    void nothingTypedIsNoInput() throws DriverException {
        ConsoleModel model = console(Place.MMIO);
        try (PluggedMachine plugged = plug(model, Place.MMIO, 0, true)) {
            long before = machine.clock().nanoseconds();
            assertThat(plugged.console().awaitInput(70)).isFalse();
            assertThat((machine.clock().nanoseconds() - before) / MILLISECOND).isEqualTo(70);
        }
    }

    @Test
    void whatIsHalfReadIsInput() throws DriverException {
        ConsoleModel model = console(Place.PCI);
        try (PluggedMachine plugged = plug(model, Place.PCI, 3, true)) {
            model.type(new byte[] {1, 2});
            assertThat(plugged.console().read(new byte[1])).isEqualTo(1);
            assertThat(plugged.console().awaitInput(0)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"PCI, false", "PCI, true", "LEGACY_PCI, true", "MMIO, false", "LEGACY_MMIO, true"})
    void whicheverAllocationFailsTheRestIsGivenBack(Place place, boolean interrupting) {
        ConsoleModel model = console(place);
        try (PluggedMachine plugged = new PluggedMachine(machine, model, place, 3)) {
            int failures = 0;
            do {
                machine.arena().failAllocationAfter(failures);
                failures++;
            } while (plugged.probe(interrupting) == 0);
            assertThat(failures - 1).as("allocations of a console").isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"PCI, 0", "PCI, 1", "PCI, 2", "MMIO, 0"})
    void whicheverInterruptIsRefusedNothingIsLeftBehind(Place place, int successes) {
        ConsoleModel model = console(place);
        try (PluggedMachine plugged = new PluggedMachine(machine, model, place, 3)) {
            machine.interrupts().failRequestAfter(successes);
            assertThat(plugged.probe(true)).isZero();
            assertThat(machine.interrupts().leaks()).isEmpty();
            assertThat(plugged.probe(true)).as("the next try").isEqualTo(1);
        }
    }

    /** A source that answers each request a millisecond later. */
    private RngModel slowRng() {
        RngModel model = new RngModel(machine.deviceMemory());
        model.misbehave((queue, chain) -> machine.clock().schedule(MILLISECOND, () -> model.answer(queue, chain)));
        return model;
    }

    /** A console that answers each write a millisecond later, and whose screen has a size. */
    private ConsoleModel console(Place place) {
        ConsoleModel model = new ConsoleModel(machine.deviceMemory())
                .features(PluggedMachine.isLegacy(place) ? ConsoleModel.SIZE : SIZE_AND_VERSION)
                .size(80, 25);
        model.misbehaveTransmitting((queue, chain) -> machine.clock().schedule(MILLISECOND, () -> model.answer(queue, chain)));
        return model;
    }

    private PluggedMachine plug(DeviceModel model, Place place, int vectors, boolean interrupting) {
        PluggedMachine plugged = new PluggedMachine(machine, model, place, vectors);
        assertThat(plugged.probe(interrupting)).as(machine.log().lines().toString()).isEqualTo(1);
        return plugged;
    }

    private static void assertFills(VirtioRngDevice source, RngModel model) throws DriverException {
        byte[] data = new byte[3 * VirtioRngDevice.MAX_REQUEST + 1];
        source.fill(data);
        assertThat(data).isEqualTo(model.given());
    }

    /** Lines that are typed two milliseconds later while the driver waits for them, and are written back. */
    private void assertExchanges(VirtioConsoleDevice console, ConsoleModel model) throws DriverException {
        Random random = new Random(3);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int line = 0; line < 10; line++) {
            byte[] typed = new byte[1 + random.nextInt(2000)];
            random.nextBytes(typed);
            machine.clock().schedule(2 * MILLISECOND, () -> model.type(typed));
            assertThat(console.awaitInput(1000)).as("line %d comes in", line).isTrue();
            byte[] read = new byte[typed.length];
            assertThat(console.read(read)).isEqualTo(typed.length);
            assertThat(read).isEqualTo(typed);
            console.write(read, read.length);
            all.writeBytes(typed);
        }
        assertThat(model.written()).isEqualTo(all.toByteArray());
    }

    @Conforms("drv.basic.cfg.3")
    private void assertSizeFollows(PluggedMachine plugged, ConsoleModel model) throws DriverException {
        VirtioConsoleDevice console = plugged.console();
        assertThat(console.size()).isEqualTo(new ConsoleSize(80, 25));
        assertThat(console.refresh()).isFalse();
        for (int rows = 26; rows < 29; rows++) {
            model.size(81, rows);
            plugged.transport().changeConfiguration();
            machine.interrupts().deliver();
            assertThat(console.refresh()).isTrue();
            assertThat(console.size()).isEqualTo(new ConsoleSize(81, rows));
            assertThat(console.refresh()).isFalse();
        }
    }
}
