// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text in bytes, up to an end and not one byte further. */
class AsciiTextTest {
    private static final byte[] TEXT = "abcdefghij".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0x6162636465666768", "1, 10, 0x6263646566676869", "2, 10, 0x636465666768696A", "3, 10, 0x6465666768696A00",
        "0, 8, 0x6162636465666768", "0, 7, 0x6162636465666700", "0, 4, 0x6162636400000000", "0, 1, 0x6100000000000000",
        "0, 0, 0", "9, 10, 0x6A00000000000000", "10, 10, 0", "20, 10, 0",
    })
    void aWordHasEightCharactersOrZeroes(int from, int end, String word) {
        assertThat(AsciiText.word(TEXT, from, end)).isEqualTo(Long.decode(word));
    }

    @Test
    void aCharacterIsNeverNegative() {
        byte[] bytes = {(byte) 0xFF, (byte) 0x80, 0x7F};
        assertThat(AsciiText.character(bytes, 0, 3)).isEqualTo(0xFF);
        assertThat(AsciiText.character(bytes, 2, 3)).isEqualTo(0x7F);
        assertThat(AsciiText.character(bytes, 2, 2)).isZero();
        assertThat(AsciiText.word(bytes, 0, 3)).isEqualTo(0xFF80_7F00_0000_0000L);
    }

    @ParameterizedTest
    @CsvSource({"0, 6, 3", "3, 6, 3", "4, 6, 5", "6, 7, 7", "0, 2, 2", "7, 7, 7", "5, 6, 5"})
    void aStringEndsAtItsZeroOrAtTheEnd(int from, int end, int found) {
        byte[] strings = {'a', 'b', 'c', 0, 'd', 0, 'e'};
        assertThat(AsciiText.endOfString(strings, from, end)).isEqualTo(found);
    }
}
