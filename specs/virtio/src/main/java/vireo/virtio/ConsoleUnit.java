// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Text;
import vireo.dsl.U32;

/** A console and all that it stands on: one object, one owner. */
@Linear
@Boxed
public final class ConsoleUnit {
    private final KernelDma dma;
    private final Transport transport;
    private final WaitPolicy waiting;
    private final VirtioConsoleDevice console;

    /**
     * Brings a console up. Where that fails, nothing is left behind, and the transport and the policy stay with the caller.
     *
     * @throws DriverException as {@link VirtioConsoleDevice} does
     */
    public ConsoleUnit(@Moves Transport transport, @Moves WaitPolicy waiting, KernelServices kernel, Text name)
            throws DriverException {
        this.dma = new KernelDma(kernel.memory());
        this.transport = transport;
        this.waiting = waiting;
        this.console = new VirtioConsoleDevice(transport, dma, waiting, name);
    }

    /** The console, for as long as this object is not released. */
    public VirtioConsoleDevice console() {
        return console;
    }

    /** Regions of DMA memory that the console holds. */
    public @U32 long regionsHeld() {
        return dma.held();
    }

    /** Stops the console and gives back everything that it had. */
    @Moves
    public void release() {
        console.release();
        waiting.release();
        transport.release();
    }
}
