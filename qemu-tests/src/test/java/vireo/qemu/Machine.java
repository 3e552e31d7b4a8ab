// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.List;

/** A machine of QEMU's, interpreted (TCG), as the bare kernel boots on it. */
enum Machine {
    /** A PC with PCI Express: firmware places the BARs. */
    Q35("x86-64 q35", Architecture.X86_64, "qemu-system-x86_64", "q35"),

    /** A PC that is little but virtio-mmio slots. Without ACPI it lists them on the kernel's command line, and has no PCI. */
    MICROVM("x86-64 microvm", Architecture.X86_64, "qemu-system-x86_64", "microvm,pit=on,acpi=off"),

    /** A board that exists only in QEMU: GIC, PCI Express and virtio-mmio slots, all in its device tree. */
    AARCH64_VIRT("AArch64 virt", Architecture.AARCH64, "qemu-system-aarch64", "virt"),

    /** The same for RISC-V: PLIC, PCI Express and virtio-mmio slots. */
    RISCV64_VIRT("RISC-V virt", Architecture.RISCV64, "qemu-system-riscv64", "virt");

    private final String label;
    private final Architecture architecture;
    private final String qemu;
    private final String model;

    Machine(String label, Architecture architecture, String qemu, String model) {
        this.label = label;
        this.architecture = architecture;
        this.qemu = qemu;
        this.model = model;
    }

    /** What people call the machine. */
    String label() {
        return label;
    }

    /** Its CPU. */
    Architecture architecture() {
        return architecture;
    }

    /** The emulator's name. */
    String qemu() {
        return qemu;
    }

    /** QEMU's words for the machine, its CPU, and the way in which a guest ends with an exit code. */
    List<String> arguments() {
        return switch (architecture) {
            case X86_64 -> List.of("-machine", model, "-device", "isa-debug-exit,iobase=0xf4,iosize=4");
            case AARCH64 -> List.of("-machine", model,
                    "-cpu", "cortex-a57", "-semihosting-config", "enable=on,target=native");
            case RISCV64 -> List.of("-machine", model, "-bios", "none");
        };
    }

    /** QEMU's further words, where the machine needs some to have a transport. */
    List<String> argumentsFor(TransportKind transport) {
        return this == MICROVM && transport.isPci() ? List.of("-machine", "acpi=on,pcie=on") : List.of();
    }

    /** How a guest finds devices behind a transport: the value of its option {@code probe}. */
    String probeFor(TransportKind transport) {
        if (transport.isPci()) {
            return "pci";
        }
        return architecture == Architecture.X86_64 ? "words" : "tree";
    }

    /** Whether a PCI function's MSI-X messages have somewhere to go. */
    boolean takesMessages() {
        return this != RISCV64_VIRT;
    }
}
