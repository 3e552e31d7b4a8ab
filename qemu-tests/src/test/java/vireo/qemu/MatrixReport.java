// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The boot matrix as a table for people: {@code target/boot-matrix.txt}. */
final class MatrixReport {

    private static final Path FILE = Path.of("target", "boot-matrix.txt");

    private final Map<Cell, Long> working = new ConcurrentHashMap<>();

    /** A cell has passed. */
    void works(Cell cell, long interrupts) {
        working.put(cell, interrupts);
    }

    /** Writes the table, and prints it. */
    void write() {
        String table = table();
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(table);
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format("%-28s", "p: polls; i N: N interrupts"));
        for (DeviceKind device : DeviceKind.values()) {
            table.append(String.format(" %-12s", device.label()));
        }
        table.append(System.lineSeparator());
        for (Machine machine : Machine.values()) {
            for (TransportKind transport : TransportKind.values()) {
                table.append(String.format("%-28s", machine.label() + ", " + transport.label()));
                Optional<Absence> absence = Absence.of(machine, transport);
                if (absence.isPresent()) {
                    table.append(" cannot exist: ").append(absence.get().reason());
                } else {
                    for (DeviceKind device : DeviceKind.values()) {
                        table.append(String.format(" %-12s", entry(machine, transport, device)));
                    }
                }
                table.append(System.lineSeparator());
            }
        }
        return table.toString();
    }

    private String entry(Machine machine, TransportKind transport, DeviceKind device) {
        Long polling = working.get(new Cell(machine, transport, device, Waiting.POLLING));
        Long interrupts = working.get(new Cell(machine, transport, device, Waiting.INTERRUPTS));
        return (polling == null ? "FAILED" : "p") + " " + (interrupts == null ? "FAILED" : "i " + interrupts);
    }
}
