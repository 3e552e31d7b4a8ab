// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DmaMemory;
import vireo.dsl.Linear;

/** Memory for a device that the cases share. */
@Linear
public record Area(DmaMemory memory) {}
