// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Linear;
import vireo.dsl.Moves;
import vireo.dsl.Text;
import vireo.dsl.U32;

/** A network card and all that it stands on: one object, one owner. */
@Linear
@Boxed
public final class NetworkUnit {
    private final KernelDma dma;
    private final Transport transport;
    private final WaitPolicy waiting;
    private final VirtioNetDevice network;

    /**
     * Brings a network card up. Where that fails, nothing is left behind, and the transport and the policy stay with the caller.
     *
     * @throws DriverException as {@link VirtioNetDevice} does
     */
    public NetworkUnit(@Moves Transport transport, @Moves WaitPolicy waiting, KernelServices kernel, Text name)
            throws DriverException {
        this.dma = new KernelDma(kernel.memory());
        this.transport = transport;
        this.waiting = waiting;
        this.network = new VirtioNetDevice(transport, dma, waiting, name);
    }

    /** The network card, for as long as this object is not released. */
    public VirtioNetDevice network() {
        return network;
    }

    /** Regions of DMA memory that the card holds. */
    public @U32 long regionsHeld() {
        return dma.held();
    }

    /** Stops the card and gives back everything that it had. */
    @Moves
    public void release() {
        network.release();
        waiting.release();
        transport.release();
    }
}
