// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.Optional;

/** Why a machine has no devices behind a transport. */
enum Absence {
    NO_SLOTS("the machine has no virtio-mmio slots"),
    NO_PORTS("the machine's PCI host bridge has no I/O ports, where a legacy device has its registers");

    private final String reason;

    Absence(String reason) {
        this.reason = reason;
    }

    /** The reason, for people. */
    String reason() {
        return reason;
    }

    /** Why the machine has no devices behind this transport; nothing where it has. */
    static Optional<Absence> of(Machine machine, TransportKind transport) {
        if (machine == Machine.Q35 && !transport.isPci()) {
            return Optional.of(NO_SLOTS);
        }
        if (machine == Machine.MICROVM && transport == TransportKind.PCI_LEGACY) {
            return Optional.of(NO_PORTS);
        }
        return Optional.empty();
    }
}
