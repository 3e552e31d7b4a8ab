// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** Each round maps what the device points to. */
public final class InLoop {
    private final Uart uart;

    /** Drives a device. */
    public InLoop(Uart uart) {
        this.uart = uart;
    }

    /** Looks at the device's pages. */
    public void look(WindowMapper mapper) throws DriverException {
        for (int i = 0; i < 4; i++) {
            Window window = mapper.map(uart.address().read(), 4096); // expect VR604: The device decides what
            mapper.unmap(window);
        }
    }
}
