// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import vireo.dsl.jvm.Format;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/** A short text, such as a device's name: at most {@value #CAPACITY} characters. */
@CType("struct vireo_text")
@Intrinsic("text")
public final class Text {
    /** Characters that fit; what is longer is cut. */
    public static final int CAPACITY = 47;

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

    /** The characters. For tests: a driver passes the text on, or logs it with {@code %s}. */
    @Override
    public String toString() {
        return characters;
    }
}
