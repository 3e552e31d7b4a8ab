// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Wo16;

/** Where a device hears that a queue has something new. */
@RegisterBlock(size = 2)
public record Doorbell(@At(0) Wo16 queue) {}
