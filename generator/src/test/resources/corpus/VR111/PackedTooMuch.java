// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Text;

/** Texts that are no word. */
public final class PackedTooMuch {
    public static final long NINE = Text.word("#addresss"); // expect VR111: one to eight printable ASCII characters

    private PackedTooMuch() {}

    public static long none() {
        return Text.word(""); // expect VR111: one to eight printable ASCII characters
    }

    public static long other(long which) {
        return Text.word(which); // expect VR111: one to eight printable ASCII characters
    }
}
