// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Side;
import vireo.dsl.U64;
import vireo.dsl.WrittenBy;

/** A field does not say what the address that it keeps is of, nor does a parameter. */
public final class Forgotten {
    private @U64 long kept;

    /** Keeps an address. */
    public Forgotten(@WrittenBy(Side.DEVICE) @U64 long answer) {
        this.kept = answer; // expect VR407: which does not say so
    }

    private void keep(@U64 long address) {
        kept = address;
    }

    /** Keeps another one. */
    public void change(@WrittenBy(Side.DEVICE) @U64 long answer) {
        keep(answer); // expect VR407: goes to the parameter 'address', which does not say so
    }

    /** Posts it. */
    public void post(Portion piece) {
        piece.address().set(kept);
        piece.flags().set(0);
    }
}
