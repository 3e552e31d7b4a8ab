// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U32;

/** A flag that is passed is not always what was asked for. */
public final class InLoop {
    private static final int READS = 4;

    private final boolean hasBlockSize;

    /** With and without. */
    public InLoop(Offer offer, boolean forced) {
        this.hasBlockSize = forced || offer.has(6);
    }

    /** The last of a few readings. */
    public @U32 long blockSize(Options options) {
        @U32 long size = 512;
        for (int i = 0; i < READS; i++) {
            if (hasBlockSize) {
                size = options.blockSize().read(); // expect VR704: 'blockSize' is used where feature 6 is not known
            }
        }
        return size;
    }
}
