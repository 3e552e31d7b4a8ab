// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** Stops its device, and then gives the registers back. */
@Linear
public final class Unmapping {
    private final WindowMapper mapper;
    private final Window window;
    private final Uart uart;

    /** Maps the registers. */
    public Unmapping(WindowMapper mapper) throws DriverException {
        this.mapper = mapper;
        this.window = mapper.map(0x1000, 0x40);
        try {
            this.uart = window.bind(Uart.class, 0);
        } catch (DriverException e) {
            mapper.unmap(window);
            throw e;
        }
    }

    /** Ends it. */
    @Moves
    public void release() {
        uart.doorbell().write(0);
        mapper.unmap(window);
    }
}
