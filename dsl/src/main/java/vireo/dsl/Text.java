// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.Format;
import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/** A short text, such as a device's name: at most {@value #CAPACITY} characters. */
@CType("struct vireo_text")
@Intrinsic("text")
public final class Text {
    /** Characters that fit; what is longer is cut. */
    public static final int CAPACITY = 47;

    private static final int WORD = 8;
    private static final long HASH_START = 2166136261L;
    private static final long HASH_FACTOR = 16777619;

    private final String characters;

    private Text(String characters) {
        this.characters = characters;
    }

    /** The text that a format describes, cut to {@value #CAPACITY} characters; the formats are those of {@link Log}. */
    @Intrinsic("text.format")
    public static Text format(String format, Object... arguments) {
        String whole = Format.apply(format, arguments);
        return new Text(whole.length() <= CAPACITY ? whole : whole.substring(0, CAPACITY));
    }

    /**
     * Up to eight characters as one number: the first is the highest byte, and behind the last there are zeros. A constant.
     *
     * @param characters a literal of printable ASCII characters
     * @throws IllegalArgumentException for other texts; the generator refuses them
     */
    @Intrinsic("text.word")
    public static @U64 long word(String characters) {
        if (characters.isEmpty() || characters.length() > WORD || characters.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("Text.word: not one to eight printable ASCII characters: \"" + characters + '"');
        }
        long word = 0;
        for (int i = 0; i < WORD; i++) {
            word = word << 8 | (i < characters.length() ? characters.charAt(i) : 0);
        }
        return word;
    }

    /**
     * A number that follows from the characters, and differs for most other texts: 32 bits of FNV-1a. No secret, and no proof of
     * anything.
     */
    @CFunction("vireo_text_hash")
    @Intrinsic("text.hash")
    public @U32 long hash() {
        long hash = HASH_START;
        for (int i = 0; i < characters.length(); i++) {
            hash = ((hash ^ characters.charAt(i)) * HASH_FACTOR) & Uint32.MAX;
        }
        return hash;
    }

    /** The characters. For tests: a driver passes the text on, or logs it with {@code %s}. */
    @Override
    public String toString() {
        return characters;
    }
}
