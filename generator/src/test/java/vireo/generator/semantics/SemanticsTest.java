// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of SEMANTICS.md has a snippet, and every snippet does the same on the JVM and as C. */
class SemanticsTest {
    private static final Path GENERATOR = Path.of(System.getProperty("vireo.root", "..")).resolve("generator");
    private static final Path SNIPPETS = GENERATOR.resolve("src/test/resources/semantics");
    private static final Pattern RULE = Pattern.compile("\\*\\*(SEM-\\d\\d)");
    private static final Pattern MENTION = Pattern.compile("SEM-\\d\\d");
    /** Rules about accesses and interrupts, which the tests of drivers against device models show. */
    private static final Set<String> SHOWN_BY_TRACES = Set.of("SEM-22", "SEM-23", "SEM-24", "SEM-25", "SEM-27");

    @TempDir
    Path folder;

    @Test
    void everyRuleHasASnippetAndEverySnippetARule() throws Exception {
        Set<String> rules = new TreeSet<>();
        Matcher rule = RULE.matcher(Files.readString(GENERATOR.resolve("SEMANTICS.md")));
        while (rule.find()) {
            assertThat(rules.add(rule.group(1))).as("%s stands once", rule.group(1)).isTrue();
        }
        Set<String> shown = new TreeSet<>(SHOWN_BY_TRACES);
        for (Map.Entry<String, String> snippet : snippets().entrySet()) {
            Set<String> own = new TreeSet<>();
            Matcher mention = MENTION.matcher(snippet.getValue());
            while (mention.find()) {
                own.add(mention.group());
            }
            assertThat(own).as("rules that %s names", snippet.getKey()).isNotEmpty();
            assertThat(rules).as("SEMANTICS.md has the rules that %s names", snippet.getKey()).containsAll(own);
            shown.addAll(own);
        }
        assertThat(shown).as("rules with a snippet").isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void theJvmAndTheCAgreeOnEverySnippet(String compiler) throws Exception {
        Twin twin = new Twin(snippets(), folder, false);

        assertThat(twin.methods()).as("methods that were compared").hasSizeGreaterThan(60);
        assertThat(twin.differences(compiler, 400, 1)).as("what %s's C does otherwise than Java", compiler).isEmpty();
    }

    private static Map<String, String> snippets() throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(SNIPPETS)) {
            for (Path file : files.sorted().toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found;
    }
}
