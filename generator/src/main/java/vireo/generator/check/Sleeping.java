// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;
import vireo.generator.ir.ForeignFunction;

/** What the functions of the port need of the context that they are called in. */
final class Sleeping {
    /** They wait: for time to pass, or for a flag. */
    private static final Set<String> WAITING = Set.of("vireo_events_await", "vireo_relax");

    /** They may wait for memory, for a lock of the kernel's, or for a handler to end. */
    private static final Set<String> BLOCKING = Set.of("vireo_dma_alloc", "vireo_dma_free", "vireo_window_map", "vireo_window_map_ports",
            "vireo_window_unmap", "vireo_interrupt_request", "vireo_interrupt_release", "vireo_events_create", "vireo_events_destroy",
            "vireo_pci_vectors_enable", "vireo_pci_vectors_disable");

    private Sleeping() {}

    static boolean waits(ForeignFunction function) {
        return WAITING.contains(function.cName());
    }

    /** Whether it may be called only where the caller may be put to sleep. */
    static boolean maySleep(ForeignFunction function) {
        return waits(function) || BLOCKING.contains(function.cName());
    }
}
