// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vireo.dsl.Errno;
import vireo.dsl.Side;
import vireo.dsl.Text;

/** The expected strings are what C's printf printed for the same formats. */
class FormatTest {
    @Test
    void numbersPrintAsInC() {
        assertPrints("-1", "%d", -1);
        assertPrints("-2147483648", "%d", Integer.MIN_VALUE);
        assertPrints("4294967295", "%u", -1);
        assertPrints("ffffffff", "%x", -1);
        assertPrints("18446744073709551615", "%u", -1L);
        assertPrints("8000000000000000", "%x", Long.MIN_VALUE);
        assertPrints("-9223372036854775808", "%d", Long.MIN_VALUE);
    }

    @Test
    void widthsPadWithSpacesOrZerosAndNeverCut() {
        assertPrints("  -42", "%5d", -42);
        assertPrints("-0042", "%05d", -42);
        assertPrints("1af4", "%02x", 0x1AF4);
        assertPrints("0042", "%04x", 0x42);
        assertPrints("000000fe", "%08x", 0xFEL);
        assertPrints("7", "%0d", 7);
        assertPrints("00007", "%00005d", 7);
        assertPrints("4294967295", "%010u", 0xFFFF_FFFFL);
        assertPrints("   EIO", "%6s", Errno.EIO);
        assertPrints("EIO", "%2s", Errno.EIO);
    }

    @Test
    void textsEnumsAndPercentSignsPrint() {
        assertPrints("block device at 00:1f: DEVICE,  50%", "%s at 00:%02x: %s, %3d%%",
                Text.format("block device"), 31, Side.DEVICE, 50);
        assertPrints("", "");
    }

    @Test
    void formatsThatCLeavesUndefinedAreRefused() {
        assertRefused("%05s: C does not define zero padding of text", "%05s", Errno.EIO);
        assertRefused("%5%: a percent sign takes no width", "%5%");
        assertRefused("%- is none of", "%-5d", 1);
        assertRefused("%l is none of", "%ld", 1L);
        assertRefused("%. is none of", "%.3d", 1);
        assertRefused("ends inside a conversion", "100%");
        assertRefused("ends inside a conversion", "%08");
        assertRefused("at most 999", "%1000d", 1);
        assertRefused("U+000A", "line\n");
        assertRefused("U+2014", "\u2014");
    }

    @Test
    void argumentsHaveToFitTheFormat() {
        assertRefused("no argument for %d, conversion 2", "%d %d", 1);
        assertRefused("takes 1 arguments and got 2", "%d", 1, 2);
        assertRefused("%d takes an int or a long, and argument 1 is a Text", "%d", Text.format("x"));
        assertRefused("%u takes an int or a long, and argument 1 is a Byte", "%u", (byte) 1);
        assertRefused("%x takes an int or a long, and argument 1 is a Boolean", "%x", true);
        assertRefused("%s takes a Text, an Errno or an enum constant, and argument 2 is a Integer", "%d%s", 1, 2);
        assertRefused("%s takes a Text, an Errno or an enum constant, and argument 1 is a String", "%s", "x");
        assertRefused("argument 1 is null", "%s", (Object) null);
    }

    private static void assertPrints(String expected, String format, Object... arguments) {
        assertThat(Format.apply(format, arguments)).as(format).isEqualTo(expected);
    }

    private static void assertRefused(String why, String format, Object... arguments) {
        assertThatThrownBy(() -> Format.apply(format, arguments))
                .as(format)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("format \"" + format + "\": ")
                .hasMessageContaining(why);
    }
}
