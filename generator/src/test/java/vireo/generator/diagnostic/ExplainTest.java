// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vireo.generator.Compiler;
import vireo.generator.source.SourceFile;

/** Every code has a page, and the drivers on a page are refused and accepted as the page says. */
class ExplainTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));
    private static final Path DSL = Path.of(System.getProperty("vireo.dsl.classes", ROOT.resolve("dsl/target/classes").toString()));

    @Test
    void everyCodeThatTheGeneratorNamesHasAPage() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("generator/src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"(VR[0-9]{3})\"").matcher(Files.readString(file)).results().map(r -> r.group(1)).forEach(named::add);
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(Explain.codes()).containsAll(named);
    }

    @Test
    void theIndexListsThePagesThatAreThere() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("generator/src/main/resources/vireo/generator/explain"))) {
            List<String> there = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".md")).map(n -> n.replace(".md", "")).sorted().toList();
            assertThat(Explain.codes()).isEqualTo(there);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aPageSaysWhatIsRefusedAndWhy(String code) {
        Explain.Page page = Explain.page(code.toLowerCase(java.util.Locale.ROOT)).orElseThrow();
        assertThat(page.text()).startsWith("# " + code + ": " + page.title() + "\n").contains("## Why\n");
        assertThat(page.title()).isNotBlank().doesNotContain(code);
        assertThat(example(page, "Refused").isPresent()).isEqualTo(example(page, "Accepted").isPresent());
        assertThat(example(page, "Refused").isPresent() || page.text().contains("## What to do")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theRefusedDriverIsRefusedForThatCodeAndItsTwinIsAccepted(String code) {
        Explain.Page page = Explain.page(code).orElseThrow();
        example(page, "Refused").ifPresent(text ->
                assertThat(findings(text)).as("findings in the refused driver of %s", code).isNotEmpty().allMatch(f -> f.startsWith(code)));
        example(page, "Accepted").ifPresent(text ->
                assertThat(findings(text)).as("findings in the accepted driver of %s", code).isEmpty());
    }

    static List<String> codes() {
        return Explain.codes();
    }

    @Test
    void anUnknownCodeHasNoPage() {
        assertThat(Explain.page("VR000")).isEmpty();
        assertThat(Explain.page("../secret")).isEmpty();
    }

    private static Optional<String> example(Explain.Page page, String heading) {
        return Pattern.compile("## " + heading + "\n\n```java\n(.*?)```", Pattern.DOTALL).matcher(page.text()).results()
                .findFirst().map((MatchResult r) -> r.group(1));
    }

    private static List<String> findings(String example) {
        List<SourceFile> files = new ArrayList<>();
        List<SourceFile> tables = new ArrayList<>();
        for (String part : example.split("(?m)^// (?=[-\\w.]+\\.(java|csv)$)")) {
            if (part.isBlank()) {
                continue;
            }
            String name = part.substring(0, part.indexOf('\n'));
            if (name.endsWith(".csv")) {
                tables.add(SourceFile.of(name, part.substring(name.length())));
            } else {
                files.add(SourceFile.of("demo/" + name, "package demo;\nimport vireo.dsl.*;\n" + part.substring(name.length())));
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        new Compiler(List.of(DSL), ROOT).compileTexts(files, tables, diagnostics);
        return diagnostics.sorted().stream().map(d -> d.code() + " " + d.primary() + " " + d.what()).toList();
    }
}
