// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cell of the boot matrix: one type of device, behind one transport, on one machine, waited for in one way.
 *
 * @param machine where it is
 * @param transport how the guest reaches it
 * @param device what it is
 * @param waiting how the driver waits for it
 */
record Cell(Machine machine, TransportKind transport, DeviceKind device, Waiting waiting) {

    /** How often the matrix waits. */
    static final List<Waiting> WAITINGS = List.of(Waiting.POLLING, Waiting.INTERRUPTS);

    /** Every combination there is, whether it can exist or not. */
    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Machine machine : Machine.values()) {
            for (TransportKind transport : TransportKind.values()) {
                for (Waiting waiting : WAITINGS) {
                    for (DeviceKind device : DeviceKind.values()) {
                        cells.add(new Cell(machine, transport, device, waiting));
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    /** Why QEMU has no such cell; nothing where it has. {@link MissingCellsTest} asks QEMU whether it is so. */
    Optional<Absence> absence() {
        return Absence.of(machine, transport);
    }

    @Override
    public String toString() {
        return machine.label() + ", " + transport.label() + ", " + device.label() + ", " + waiting.label();
    }
}
