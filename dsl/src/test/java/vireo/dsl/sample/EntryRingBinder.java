// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.sample;

import vireo.dsl.jvm.DmaBinder;
import vireo.dsl.jvm.DmaSpace;

/** What the generator writes for {@link EntryRing}. */
public final class EntryRingBinder implements DmaBinder<EntryRing> {
    @Override
    public long size(int length) {
        return 4 + 8L * length + 2;
    }

    @Override
    public int align() {
        return 4;
    }

    @Override
    public EntryRing bind(DmaSpace space, long offset, int length) {
        return new EntryRing(
                space.le16(offset),
                space.le16(offset + 2),
                space.array(offset + 4, length, 8, new EntryBinder()),
                space.le16(offset + 4 + 8L * length));
    }
}
