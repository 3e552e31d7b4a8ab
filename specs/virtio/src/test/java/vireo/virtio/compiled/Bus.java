// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.List;

/** What a device is plugged into. */
enum Bus {
    PCI("PCI"),
    LEGACY_PCI("legacy PCI"),
    MMIO("MMIO"),
    LEGACY_MMIO("legacy MMIO");

    private final String words;

    Bus(String words) {
        this.words = words;
    }

    boolean isPci() {
        return this == PCI || this == LEGACY_PCI;
    }

    boolean isLegacy() {
        return this == LEGACY_PCI || this == LEGACY_MMIO;
    }

    /** How devices on this bus can interrupt. */
    List<Wiring> wirings() {
        return isPci() ? List.of(Wiring.values()) : List.of(Wiring.POLLED, Wiring.LINE);
    }

    /** For the name of a scenario. */
    @Override
    public String toString() {
        return words;
    }
}
