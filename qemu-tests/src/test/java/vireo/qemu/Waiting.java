// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

/** How a guest's drivers wait for their devices. */
enum Waiting {
    POLLING("polling"),

    /** MSI-X on PCI where the machine has it; the device's line elsewhere. */
    INTERRUPTS("interrupts"),

    /** The pin of a PCI function, whose MSI-X QEMU takes away. */
    PIN("interrupts by the pin");

    private final String label;

    Waiting(String label) {
        this.label = label;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** The guest's option for it. */
    String word() {
        return this == POLLING ? "wait=polling" : "wait=interrupts";
    }
}
