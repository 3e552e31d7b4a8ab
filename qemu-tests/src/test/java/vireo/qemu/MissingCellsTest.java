// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cells of the matrix that cannot exist, each with its reason, of which QEMU itself is the witness. */
class MissingCellsTest {

    /** How QEMU calls the I/O ports of a PCI Express host bridge. */
    private static final String PORTS = "gpex_ioport_window";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theReasonHolds() {
        return Cell.all().stream()
                .filter(cell -> cell.absence().isPresent())
                .map(cell -> dynamicTest(cell + ": cannot exist, " + cell.absence().orElseThrow().reason(), () ->
                        requireAbsent(cell)));
    }

    /** The same question has another answer where the cells exist. */
    @Test
    void whereThereArePortsQemuHasThem() {
        assertThat(memoryOf(Machine.AARCH64_VIRT, TransportKind.PCI_LEGACY)).contains(PORTS);
        assertThat(memoryOf(Machine.RISCV64_VIRT, TransportKind.PCI_LEGACY)).contains(PORTS);
    }

    private void requireAbsent(Cell cell) {
        switch (cell.absence().orElseThrow()) {
            case NO_SLOTS -> assertThat(refusal(cell)).contains("No 'virtio-bus' bus found");
            case NO_PORTS -> assertThat(memoryOf(cell.machine(), cell.transport()))
                    .contains("gpex_mmio_window")
                    .doesNotContain(PORTS);
        }
    }

    /** What QEMU says to a device that it cannot plug in. */
    private String refusal(Cell cell) {
        String type = switch (cell.device()) {
            case BLK -> "virtio-blk";
            case NET -> "virtio-net";
            case RNG -> "virtio-rng";
            case CONSOLE -> "virtio-serial";
        };
        return QemuMachine.of(cell.machine(), GuestProgram.DEVICES.elf(cell.machine().architecture()), folder)
                .arguments(cell.transport().arguments())
                .device(cell.transport().device(type, ""))
                .boot()
                .errors();
    }

    /** The map of a machine's address spaces, in QEMU's words. */
    private String memoryOf(Machine machine, TransportKind transport) {
        try (Qmp monitor = Qmp.in(folder)) {
            RunningGuest guest = QemuMachine.of(machine, GuestProgram.DEVICES.elf(machine.architecture()), folder)
                    .arguments(machine.argumentsFor(transport))
                    .arguments(monitor.arguments())
                    .arguments(List.of("-S"))
                    .start();
            try {
                return monitor.execute("human-monitor-command", "\"command-line\":\"info mtree -f\"");
            } finally {
                guest.close();
            }
        }
    }
}
