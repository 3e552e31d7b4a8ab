// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Halves;
import vireo.dsl.U64;

/** One register of two halves. */
public final class Halves {
    private final Settings settings;
    private final Uart uart;
    private @U64 long area;

    /** Reads settings. */
    public Halves(Settings settings, Uart uart) {
        this.settings = settings;
        this.uart = uart;
        this.area = 0;
    }

    /** The capacity. */
    public @U64 long capacity() {
        return settings.capacity().read(); // expect VR206: that are not known to belong together
    }
}
