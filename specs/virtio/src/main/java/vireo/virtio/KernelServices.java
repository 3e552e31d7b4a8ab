// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.DmaAllocator;
import vireo.dsl.Interrupts;
import vireo.dsl.Nullable;

/**
 * What a device needs of the kernel. All of it outlives the device.
 *
 * @param mapper makes registers accessible
 * @param memory memory that devices may use
 * @param interrupts who delivers interrupts; where this is missing, drivers poll
 */
public record KernelServices(PhysMapper mapper, DmaAllocator memory, @Nullable Interrupts interrupts) {}
