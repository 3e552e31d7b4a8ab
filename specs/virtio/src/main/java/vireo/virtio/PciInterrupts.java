// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.Vector;

/**
 * How a virtio PCI function interrupts: by vectors of its own (MSI-X), by the line that it may share with others (INTx), or, as
 * long as nobody asks for either, not at all. VIRTIO 1.4, 4.1.5.1.2; PCI Local Bus 3.0, 6.2.4 and 6.8.2.
 *
 * <p>The kernel owns the function's MSI-X table; here is only how many of its vectors may be used.
 */
public final class PciInterrupts {
    private final PciFunction function;
    private @Vector @Range(max = Transport.MAX_VECTORS) int vectors;

    /** Of a function whose interrupts are off. */
    public PciInterrupts(PciFunction function) {
        this.function = function;
        this.vectors = 0;
    }

    /**
     * Switches on vectors.
     *
     * @param wanted how many are of use
     * @return how many there are; 0 where there is the line at best
     */
    @Conforms("drv.pci.msix.1")
    @Conforms("drv.pci.msix.3")
    public @Vector @Range(max = Transport.MAX_VECTORS) int enable(
            @Vector @Range(min = 1, max = Transport.MAX_VECTORS) int wanted) {
        int enabled = function.bus().enableVectors(function.address(), wanted);
        vectors = enabled < wanted ? enabled : wanted;
        return vectors;
    }

    /** Switches off whatever is on. */
    public void disable() {
        if (vectors != 0) {
            function.bus().disableVectors(function.address());
            vectors = 0;
        }
        function.changeCommand(PciConfig.COMMAND_INTX_DISABLE, 0);
    }

    /** Whether the function uses vectors, not the line. */
    public boolean usesVectors() {
        return vectors != 0;
    }

    /** Whether a vector is there to be used. */
    @Conforms("drv.pci.msix.4")
    public boolean has(@Vector @Range(max = Transport.MAX_VECTORS - 1) int vector) {
        return vector < vectors;
    }

    /**
     * The kernel's number of an interrupt. Where it is the line, the function may use it from now on.
     *
     * @param vector one of the vectors; 0 for the line
     * @throws DriverException ENXIO where there is no line; EINVAL where there is no such vector
     */
    public @InterruptNumber @U32 long number(
            @Vector @Range(max = Transport.MAX_VECTORS - 1) int vector) throws DriverException {
        if (has(vector)) {
            return function.bus().vectorNumber(function.address(), vector);
        }
        if (usesVectors() || vector != 0) {
            throw new DriverException(Errno.ENXIO);
        }
        @U32 long line = function.bus().lineNumber(function.address());
        function.changeCommand(0, PciConfig.COMMAND_INTX_DISABLE);
        return line;
    }
}
