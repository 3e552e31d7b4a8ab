// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Text;
import vireo.dsl.U64;
import vireo.dsl.U8;

/** SEM-07, SEM-08, SEM-13: characters are the numbers that ASCII gives them, and so are words of them. */
public final class Characters {
    private static final int SMALL = 'a' - 'A';
    private static final long ADDRESS = Text.word("#address");

    private Characters() {}

    public static int small(@U8 int character) {
        return character >= 'A' && character <= 'Z' ? character + SMALL : character;
    }

    public static int quote(@U8 int character) {
        return switch (character) {
            case '\'' -> '"';
            case '\\' -> '/';
            default -> '~' - ' ';
        };
    }

    public static boolean isAddress(@U64 long word) {
        return word == ADDRESS || word == Text.word("ok");
    }

    public static @U64 long address(boolean other) {
        return other ? Text.word("*/") : ADDRESS;
    }
}
