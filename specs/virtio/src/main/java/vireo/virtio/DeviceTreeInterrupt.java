// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.ByteOffset;
import vireo.dsl.Bytes;
import vireo.dsl.DriverException;
import vireo.dsl.InterruptNumber;
import vireo.dsl.Log;
import vireo.dsl.Range;
import vireo.dsl.SpecRow;
import vireo.dsl.U32;
import vireo.dsl.Uint32;

/**
 * What a node's {@code interrupts} mean to the interrupt controllers that machines with virtio devices in memory have: one cell is a
 * source of a PLIC (RISC-V), three cells are type, number and trigger for a GIC (Arm).
 */
public final class DeviceTreeInterrupt {
    private static final @Bytes int PLIC_BYTES = DeviceTree.CELL;
    private static final @Bytes int GIC_BYTES = 3 * DeviceTree.CELL;

    /** Types of a GIC's interrupt: shared by all processors, or private to each. Their numbers count from these on. */
    @SpecRow("devicetree-0.4#gic/shared")
    private static final long SHARED = 0;

    @SpecRow("devicetree-0.4#gic/first_shared")
    private static final @InterruptNumber long FIRST_SHARED = 32;
    @SpecRow("devicetree-0.4#gic/shared_count")
    private static final @InterruptNumber long SHARED_COUNT = 988;
    @SpecRow("devicetree-0.4#gic/private")
    private static final long PRIVATE = 1;
    @SpecRow("devicetree-0.4#gic/first_private")
    private static final @InterruptNumber long FIRST_PRIVATE = 16;
    @SpecRow("devicetree-0.4#gic/private_count")
    private static final @InterruptNumber long PRIVATE_COUNT = 16;

    private DeviceTreeInterrupt() {}

    /**
     * The kernel's number of a device's interrupt.
     *
     * @param at offset of the property's value
     * @param bytes its length; 0 where the node has no interrupt
     * @return the number, or {@link MmioPlace#NO_INTERRUPT} where there is none that can be understood: the device is polled
     * @throws DriverException EBADMSG where the value leaves the blob
     */
    public static @InterruptNumber @Range(min = MmioPlace.NO_INTERRUPT, max = Uint32.MAX) long numberOf(
            byte @ByteOffset [] blob,
            @ByteOffset @Range(max = DeviceTree.MAX_SIZE) int at,
            @Bytes @Range(max = DeviceTree.MAX_SIZE) int bytes)
            throws DriverException {
        if (bytes == 0) {
            return MmioPlace.NO_INTERRUPT;
        }
        if (bytes == PLIC_BYTES) {
            return (@InterruptNumber long) DeviceTree.cell(blob, at);
        }
        if (bytes == GIC_BYTES) {
            @U32 long type = DeviceTree.cell(blob, at);
            @U32 long number = (@InterruptNumber long) DeviceTree.cell(blob, at + DeviceTree.CELL);
            if (type == SHARED && number < SHARED_COUNT) {
                return FIRST_SHARED + number;
            }
            if (type == PRIVATE && number < PRIVATE_COUNT) {
                return FIRST_PRIVATE + number;
            }
        }
        Log.warn("the interrupt of a virtio device is neither one of a PLIC nor one of a GIC: the device is polled");
        return MmioPlace.NO_INTERRUPT;
    }
}
