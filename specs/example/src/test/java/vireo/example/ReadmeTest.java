// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README shows this example: what it quotes has to be what is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern QUOTED = Pattern.compile("```(?:java|c)\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "specs/example/src/main/java/vireo/example/Pl031Registers.java, @RegisterBlock(size = 0x20)",
        "specs/example/src/main/java/vireo/example/Pl031Clock.java, public void alarmAfter",
        "specs/example/src/test/java/vireo/example/Pl031ClockTest.java, @Test",
        "generated/example/pl031_clock.c, int pl031_clock_alarm_after"
    })
    void whatTheReadmeQuotesIsWhatTheFileSays(String file, String start) throws IOException {
        List<String> quotes = QUOTED.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(block -> words(block.group(1)))
                .filter(quote -> quote.startsWith(start))
                .toList();
        assertThat(quotes).as("blocks of README.md that start with '%s'", start).hasSize(1);
        assertThat(words(Files.readString(ROOT.resolve(file)))).as(file).contains(quotes.get(0));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
