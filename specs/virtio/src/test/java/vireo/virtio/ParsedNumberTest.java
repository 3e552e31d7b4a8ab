// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;

/** Numbers in text, to their last digit and to the last that fits. */
class ParsedNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1", "7, 7, 1", "9, 9, 1", "10, 10, 2", "1234567890, 1234567890, 10",
        "007, 7, 3", "0777, 511, 4", "08, 0, 1", "018, 1, 2", "00, 0, 2",
        "0x0, 0, 3", "0x9, 9, 3", "0xa, 10, 3", "0xF, 15, 3", "0XabcdefABCDEF, 188900977659375, 14",
        "0x, 0, 1", "0y1, 0, 1", "12a, 12, 2", "1f, 1, 1", "19/, 19, 2", "19:, 19, 2", "0x1G, 1, 3",
        "0xa@, 10, 3", "0xa`, 10, 3", "9A, 9, 1",
    })
    void aNumberEndsAtWhatIsNoDigit(String text, long value, int end) throws DriverException {
        assertThat(read(text)).isEqualTo(new ParsedNumber(value, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-1", "+1", " 1", "x1", "0xg", "0x/", "/", ":", "@", "`", "g"})
    void withoutADigitThereIsNoNumber(String text) {
        Refusal.expect(Errno.EINVAL, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551615", "0xffffffffffffffff", "01777777777777777777777"})
    void theLargestNumberIsRead(String text) throws DriverException {
        assertThat(read(text)).isEqualTo(new ParsedNumber(-1L, text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "0x10000000000000000", "02000000000000000000000", "99999999999999999999"})
    void theNextOneIsRefused(String text) {
        Refusal.expect(Errno.EOVERFLOW, () -> read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 1", "3k, 3072, 2", "3K, 3072, 2", "3m, 3145728, 2", "3M, 3145728, 2", "3g, 3221225472, 2", "3G, 3221225472, 2",
        "3t, 3, 1", "3kk, 3072, 2", "0x3K, 3072, 4", "0K, 0, 2", "17179869183G, -1073741824, 12", "3j, 3, 1", "3l, 3, 1",
        "3f, 3, 1", "3h, 3, 1", "3n, 3, 1",
    })
    void aSizeMayHaveAUnit(String text, long value, int end) throws DriverException {
        assertThat(readSize(text)).isEqualTo(new ParsedNumber(value, end));
    }

    @Test
    void aSizeOfTwoToThe64IsRefused() {
        Refusal.expect(Errno.EOVERFLOW, () -> readSize("17179869184G"));
    }

    @Test
    void whatLiesBehindTheEndIsNotRead() throws DriverException {
        byte[] text = bytes("xx123K");
        assertThat(ParsedNumber.readSize(text, 2, 4)).isEqualTo(new ParsedNumber(12, 4));
        assertThat(ParsedNumber.readSize(text, 2, 5)).isEqualTo(new ParsedNumber(123, 5));
        assertThat(ParsedNumber.readSize(text, 3, 6)).isEqualTo(new ParsedNumber(23 * 1024, 6));
        Refusal.expect(Errno.EINVAL, () -> ParsedNumber.read(text, 2, 2));
        assertThat(ParsedNumber.read(bytes("0x12"), 0, 3)).isEqualTo(new ParsedNumber(1, 3));
        assertThat(ParsedNumber.read(bytes("0x12"), 0, 2)).isEqualTo(new ParsedNumber(0, 1));
    }

    private static ParsedNumber read(String text) throws DriverException {
        return ParsedNumber.read(bytes(text), 0, text.length());
    }

    private static ParsedNumber readSize(String text) throws DriverException {
        return ParsedNumber.readSize(bytes(text), 0, text.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
