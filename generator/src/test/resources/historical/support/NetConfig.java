// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.At;
import vireo.dsl.Count;
import vireo.dsl.RegisterArray;
import vireo.dsl.RegisterBlock;
import vireo.dsl.RequiresFeature;
import vireo.dsl.Ro16;
import vireo.dsl.Ro8;

/** The configuration of a network device. */
@RegisterBlock(size = 8)
public record NetConfig(
        @At(0) @RequiresFeature(5) @Count(6) RegisterArray<Ro8> mac,
        @At(6) @RequiresFeature(16) Ro16 status) {}
