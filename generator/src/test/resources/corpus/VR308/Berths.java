// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Counts in lanes what its interface counts in berths. */
public final class Berths implements Harbour {
    /** Empty. */
    public Berths() {}

    @Override
    public @Berth int next(@Lane int berth) { // expect VR308: The parameter 'berth' is of another unit than in Harbour.next.
        return berth == 0 ? 1 : 0;
    }

    @Override // expect VR308: The result of Berths.first is of another unit than that of Harbour.first.
    public @Lane int first() {
        return 0;
    }
}
