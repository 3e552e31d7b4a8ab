// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Text;
import vireo.dsl.U32;

/** A source of random bytes and all that it stands on: one object, one owner. */
@Linear
@Boxed
public final class EntropyUnit {
    private final KernelDma dma;
    private final Transport transport;
    private final WaitPolicy waiting;
    private final VirtioRngDevice entropy;

    /**
     * Brings a source of random bytes up. Where that fails, nothing is left behind, and the transport and the policy stay with the caller.
     *
     * @throws DriverException as {@link VirtioRngDevice} does
     */
    public EntropyUnit(@Moves Transport transport, @Moves WaitPolicy waiting, KernelServices kernel, Text name)
            throws DriverException {
        this.dma = new KernelDma(kernel.memory());
        this.transport = transport;
        this.waiting = waiting;
        this.entropy = new VirtioRngDevice(transport, dma, waiting, name);
    }

    /** The source, for as long as this object is not released. */
    public VirtioRngDevice entropy() {
        return entropy;
    }

    /** Regions of DMA memory that the source holds. */
    public @U32 long regionsHeld() {
        return dma.held();
    }

    /** Stops the source and gives back everything that it had. */
    @Moves
    public void release() {
        entropy.release();
        waiting.release();
        transport.release();
    }
}
