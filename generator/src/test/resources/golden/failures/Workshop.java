// SPDX-License-Identifier: MIT OR GPL-2.0-only
package failures;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Probe;
import vireo.dsl.U32;

/** Takes memory twice, and gives it back in reverse order when something fails. */
@Linear
public final class Workshop {
    private final DmaAllocator dma;
    private final DmaMemory first;
    private final DmaMemory second;

    /**
     * Takes the memory.
     *
     * @param dma where from
     * @throws DriverException ENOMEM; EIO where the halves are not equal
     */
    @Probe
    public Workshop(DmaAllocator dma) throws DriverException {
        this.dma = dma;
        this.first = dma.allocate(4096, 64);
        try {
            this.second = dma.allocate(4096, 64);
            try {
                compare(first.size(), second.size());
            } catch (DriverException e) {
                dma.free(second);
                throw e;
            }
        } catch (DriverException e) {
            dma.free(first);
            throw e;
        }
    }

    private static void compare(@U32 long a, @U32 long b) throws DriverException {
        if (a != b) {
            throw new DriverException(Errno.EIO);
        }
    }

    /** Gives everything back. */
    @Moves
    public void close() {
        dma.free(second);
        dma.free(first);
    }
}
