// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.RegisterBlock;
import vireo.dsl.Ro16;
import vireo.dsl.Ro8;

/** The configuration of a network device that spreads its packets over queues. */
@RegisterBlock(size = 4)
public record HashConfig(@At(0) Ro8 maxKeySize, @At(1) Ro8 reserved, @At(2) Ro16 maxTableLength) {}
