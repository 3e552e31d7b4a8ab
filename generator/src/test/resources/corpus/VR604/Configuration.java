// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.PciBus;
import vireo.dsl.U32;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** What a function's configuration space says is the device's word. */
public final class Configuration {
    private Configuration() {}

    /** As often as it says. */
    public static void mark(PciBus bus, Uart uart) {
        @U32 long count = bus.read32(8, 0x40);
        for (long i = 0; i < count; i++) { // expect VR604: The device decides how often a loop runs
            uart.data().write(0);
        }
    }

    /** As much as it says. */
    public static void map(PciBus bus, WindowMapper mapper) throws DriverException {
        Window window = mapper.map(0x1000, bus.read16(8, 0x40)); // expect VR604: The device decides what map is asked for
        mapper.unmap(window);
    }
}
