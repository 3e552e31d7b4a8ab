// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.sample;

import vireo.dsl.After;
import vireo.dsl.At;
import vireo.dsl.DmaArray;
import vireo.dsl.Le16;
import vireo.dsl.Length;
import vireo.dsl.Published;
import vireo.dsl.Ring;
import vireo.dsl.Side;

/** A ring of entries, with a field behind them. */
@Ring(writer = Side.DRIVER, align = 4)
public record EntryRing(
        @At(0) Le16 flags,
        @At(2) @Published Le16 index,
        @At(4) @Length("length") DmaArray<Entry> entries,
        @After("entries") Le16 event) {}
