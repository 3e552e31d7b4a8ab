// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters packed into a number. */
class TextWordTest {
    @Test
    void theFirstCharacterIsTheHighestByte() {
        assertThat(Text.word("#address")).isEqualTo(0x23616464_72657373L);
    }

    @Test
    void behindTheLastCharacterThereAreZeros() {
        assertThat(Text.word("ok")).isEqualTo(0x6F6B0000_00000000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ninebytes", "caf\u00e9", "a\tb"})
    void whatIsNoWordIsRefused(String text) {
        assertThatThrownBy(() -> Text.word(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(text);
    }
}
