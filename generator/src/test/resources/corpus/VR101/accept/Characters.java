// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.BitMask;
import vireo.dsl.Range;
import vireo.dsl.Text;
import vireo.dsl.U64;
import vireo.dsl.U8;

/** Characters are numbers, and words of text too. */
public final class Characters {
    private static final int SMALL = 'a' - 'A';
    private static final long OKAY = Text.word("okay");

    private Characters() {}

    public static @Range(max = 'z') int small(@U8 int character) {
        return character >= 'A' && character <= 'Z' ? character + SMALL : '\'';
    }

    public static boolean isOkay(@U64 long word) {
        return word == OKAY || word == Text.word("ok");
    }

    public static int kindOf(@U8 int character) {
        return switch (character) {
            case '\\' -> 1;
            case '"' -> 2;
            default -> 0;
        };
    }
}
