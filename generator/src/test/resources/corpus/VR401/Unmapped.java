// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;

/** Stops its device through registers that are no longer mapped. */
@Linear
public final class Unmapped {
    private final WindowMapper mapper;
    private final Window window;
    private final Uart uart;

    /** Maps the registers. */
    public Unmapped(WindowMapper mapper) throws DriverException {
        this.mapper = mapper;
        this.window = mapper.map(0x1000, 0x40);
        try {
            this.uart = window.bind(Uart.class, 0);
        } catch (DriverException e) {
            mapper.unmap(window);
            throw e;
        }
    }

    /** Ends it, in the wrong order. */
    @Moves
    public void release() {
        mapper.unmap(window);
        uart.doorbell().write(0); // expect VR401: 'uart' is a view of memory that was given back
    }
}
