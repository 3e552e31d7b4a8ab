// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each driver behind each transport on each machine, polling and with interrupts. One boot serves the four cells of a machine,
 * transport and way of waiting; {@link MissingCellsTest} has the cells that QEMU does not.
 */
class MatrixTest {

    private static final MatrixReport REPORT = new MatrixReport();

    @TempDir
    Path folder;

    @AfterAll
    static void writeTheMatrix() {
        REPORT.write();
    }

    @TestFactory
    Stream<DynamicContainer> everyCellThatCanExistWorks() {
        Map<MatrixGuest, List<Cell>> guests = new LinkedHashMap<>();
        Cell.all().stream()
                .filter(cell -> cell.absence().isEmpty())
                .forEach(cell -> guests
                        .computeIfAbsent(guestOf(cell), guest -> new ArrayList<>())
                        .add(cell));
        return boot(guests);
    }

    /** Without MSI-X, or with fewer vectors than the driver would like. */
    @TestFactory
    Stream<DynamicContainer> interruptsArriveHoweverFewVectorsThereAre() {
        Map<MatrixGuest, List<Cell>> guests = new LinkedHashMap<>();
        for (Machine machine : List.of(Machine.Q35, Machine.MICROVM, Machine.AARCH64_VIRT)) {
            for (TransportKind transport : List.of(TransportKind.PCI_MODERN, TransportKind.PCI_LEGACY)) {
                if (Absence.of(machine, transport).isEmpty()) {
                    guests.put(new MatrixGuest(machine, transport, Waiting.PIN, 0, ""), cellsOf(machine, transport, Waiting.PIN));
                }
            }
        }
        for (int vectors = 1; vectors <= 3; vectors++) {
            guests.put(
                    new MatrixGuest(Machine.Q35, TransportKind.PCI_MODERN, Waiting.INTERRUPTS, vectors, ""),
                    cellsOf(Machine.Q35, TransportKind.PCI_MODERN, Waiting.INTERRUPTS));
        }
        return boot(guests);
    }

    /** The same boards with other interrupt controllers: messages on RISC-V, none with the third GIC. */
    @TestFactory
    Stream<DynamicContainer> otherInterruptControllersDeliverToo() {
        Map<MatrixGuest, List<Cell>> guests = new LinkedHashMap<>();
        for (TransportKind transport : List.of(TransportKind.PCI_MODERN, TransportKind.PCI_LEGACY)) {
            guests.put(variant(Machine.RISCV64_VIRT, transport, MatrixGuest.IMSIC),
                    cellsOf(Machine.RISCV64_VIRT, transport, Waiting.INTERRUPTS));
        }
        for (TransportKind transport : List.of(TransportKind.PCI_MODERN, TransportKind.MMIO_2)) {
            guests.put(variant(Machine.AARCH64_VIRT, transport, "gic-version=3"),
                    cellsOf(Machine.AARCH64_VIRT, transport, Waiting.INTERRUPTS));
        }
        return boot(guests);
    }

    private static MatrixGuest variant(Machine machine, TransportKind transport, String variant) {
        return new MatrixGuest(machine, transport, Waiting.INTERRUPTS, MatrixGuest.DEFAULT_VECTORS, variant);
    }

    @Test
    void everyCombinationIsRunOrHasAReason() {
        List<Cell> cells = Cell.all();
        assertThat(cells).doesNotHaveDuplicates().hasSize(4 * 4 * 4 * 2);
        assertThat(cells.stream().filter(cell -> cell.absence().isPresent())).hasSize(24);
        assertThat(cells.stream().filter(cell -> cell.absence().isEmpty())).hasSize(104);
    }

    private static MatrixGuest guestOf(Cell cell) {
        return new MatrixGuest(cell.machine(), cell.transport(), cell.waiting(), MatrixGuest.DEFAULT_VECTORS, "");
    }

    private static List<Cell> cellsOf(Machine machine, TransportKind transport, Waiting waiting) {
        return Stream.of(DeviceKind.values())
                .map(device -> new Cell(machine, transport, device, waiting))
                .toList();
    }

    /** Boots all guests side by side, and waits for each where its tests are run. */
    private Stream<DynamicContainer> boot(Map<MatrixGuest, List<Cell>> guests) {
        List<DynamicContainer> containers = new ArrayList<>();
        guests.forEach((guest, cells) -> {
            Path place = folder.resolve("boot" + containers.size());
            Booting booting = Booting.of(() -> guest.boot(place));
            containers.add(dynamicContainer(guest.label(), Stream.concat(
                    cells.stream().map(cell -> testOf(guest, cell, booting)), Stream.of(
                    dynamicTest(guest.label() + ": MSI-X is used where there is any", () ->
                            requireVectors(guest, booting.run())),
                    dynamicTest(guest.label() + ": the guest ended well", () -> booting.run().requireGoodEnd())))));
        });
        return containers.stream();
    }

    private static DynamicTest testOf(MatrixGuest guest, Cell cell, Booting booting) {
        return dynamicTest(cell.toString(), () -> {
            GuestRun run = booting.run();
            run.requireResultsOf(cell.device());
            long interrupts = run.count(cell.device().label() + ".interrupts");
            if (cell.waiting() == Waiting.POLLING) {
                run.require(interrupts == 0, "the driver polls, and " + interrupts + " interrupts came");
            } else {
                run.require(interrupts > 0, "the driver waits for interrupts, and none came");
            }
            if (cell.device() == DeviceKind.NET) {
                assertThat(run.fact("net.mac")).as("the card's address").isEqualTo(MatrixGuest.MAC);
            }
            if (guest.equals(guestOf(cell))) {
                REPORT.works(cell, interrupts);
            }
        });
    }

    private static void requireVectors(MatrixGuest guest, GuestRun run) {
        long vectors = run.count("vectors");
        run.require(guest.usesVectors() ? vectors >= DeviceKind.values().length : vectors == 0,
                "the drivers use " + vectors + " vectors");
    }
}
