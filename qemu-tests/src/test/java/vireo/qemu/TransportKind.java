// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.List;

/** A way in which a guest reaches its virtio devices. */
enum TransportKind {
    PCI_MODERN("PCI modern", "-pci", "disable-legacy=on,disable-modern=off", List.of()),
    PCI_LEGACY("PCI legacy", "-pci", "disable-legacy=off,disable-modern=on", List.of()),
    MMIO_2("MMIO 2", "-device", "", List.of("-global", "virtio-mmio.force-legacy=false")),
    MMIO_1("MMIO 1", "-device", "", List.of("-global", "virtio-mmio.force-legacy=true"));

    private final String label;
    private final String suffix;
    private final String properties;
    private final List<String> arguments;

    TransportKind(String label, String suffix, String properties, List<String> arguments) {
        this.label = label;
        this.suffix = suffix;
        this.properties = properties;
        this.arguments = arguments;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /** Whether the devices are functions of a PCI bus. */
    boolean isPci() {
        return this == PCI_MODERN || this == PCI_LEGACY;
    }

    /** Whether the devices have the interface from before version 1.0 of the specification. */
    boolean isLegacy() {
        return this == PCI_LEGACY || this == MMIO_1;
    }

    /** QEMU's word for a device behind this transport, with its properties: from {@code virtio-rng} and {@code rng=r0}. */
    String device(String type, String own) {
        return type + suffix + (properties.isEmpty() ? "" : "," + properties) + (own.isEmpty() ? "" : "," + own);
    }

    /** Properties of a network card that keep QEMU from giving it a boot program, which would take its time. */
    String withoutRom() {
        return isPci() ? ",romfile=" : "";
    }

    /** QEMU's words for all devices behind this transport. */
    List<String> arguments() {
        return arguments;
    }
}
