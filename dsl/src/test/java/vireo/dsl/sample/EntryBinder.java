// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.sample;

import vireo.dsl.jvm.DmaBinder;
import vireo.dsl.jvm.DmaSpace;

/** What the generator writes for {@link Entry}. */
public final class EntryBinder implements DmaBinder<Entry> {
    @Override
    public long size(int length) {
        return 8;
    }

    @Override
    public int align() {
        return 4;
    }

    @Override
    public Entry bind(DmaSpace space, long offset, int length) {
        return new Entry(space.be32(offset), space.le16(offset + 4), space.octet(offset + 6), space.octet(offset + 7));
    }
}
