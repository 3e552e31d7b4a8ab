// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** What {@link SarifWriter} writes is SARIF 2.1.0, as the standard's own JSON schema has it. */
class SarifSchemaTest {
    private static final String TEXT = "package a;\n\nfinal class Sum {\n    int of(int a) { return a + \t1; }\n}\n";

    private static Schema schema;

    @BeforeAll
    static void readTheSchema() throws IOException {
        try (InputStream text = SarifSchemaTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void noFindingsAreALog() {
        assertThat(complaints(written(List.of()))).isEmpty();
    }

    @Test
    void everyCodeWithItsPageIsARule() throws IOException {
        List<Diagnostic> findings = new ArrayList<>();
        try (InputStream index = Explain.class.getResourceAsStream("/vireo/generator/explain/index.txt")) {
            Stream<String> codes = new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("VR"));
            codes.forEach(code -> findings.add(finding(code, file("a/Sum.java"))));
        }
        findings.add(finding("VR000", file("a/Sum.java")));
        assertThat(findings).hasSizeGreaterThan(40);
        assertThat(complaints(written(findings))).isEmpty();
    }

    @Test
    void otherPlacesAndKnownFactsArePartOfAFinding() {
        SourceFile file = file("a/Sum.java");
        SourceFile other = file("b/Other.java");
        Diagnostic finding = finding("VR401", file)
                .with(new Diagnostic.Label(new Span(file, 0, 7), "moved here"))
                .with(new Diagnostic.Label(new Span(other, 12, 12), "and here, between two characters"))
                .with(new Diagnostic.Label(new Span(other, 0, TEXT.length()), ""))
                .withFacts(List.of("0 <= a <= 4294967295", "b < a", ""));
        assertThat(complaints(written(List.of(finding, finding, finding("VR101", other))))).isEmpty();
    }

    @Test
    void aFindingMayHaveNeitherReasonNorFix() {
        Diagnostic bare = Diagnostic.of("VR301", new Span(file("a/Sum.java"), 0, 0), "Wrong.", "", "");
        assertThat(complaints(written(List.of(bare)))).isEmpty();
    }

    @Test
    void aFindingMayLieAtTheEndOfAFile() {
        Diagnostic last = Diagnostic.of("VR100", new Span(file("a/Sum.java"), TEXT.length(), TEXT.length()), "Unfinished.", "Why.", "Fix.");
        Diagnostic empty = Diagnostic.of("VR100", new Span(SourceFile.of("a/Empty.java", ""), 0, 0), "Empty.", "Why.", "Fix.");
        assertThat(complaints(written(List.of(last, empty)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "quotes \" and \\ and /",
        "controls \u0000 \u0001 \u001f \u007f \b \f \r \n \t",
        "beyond: ä € \u2028 \u2029 \ufeff \ufffe",
        "beyond the plane: \ud83d\ude00",
        "half of it: \ud83d",
        "{0} {{ %s $ref ]]> </script>",
    })
    void anyCharactersMayBeSaid(String said) {
        Diagnostic finding = new Diagnostic("VR301", new Span(SourceFile.of("a/" + "Sum.java", said), 0, said.length()), said,
                List.of(new Diagnostic.Label(new Span(file("a/Sum.java"), 0, 7), said)), List.of(said), said, said);
        assertThat(complaints(written(List.of(finding)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "src/with spaces/a b.java",
        "/absolute/path/Sum.java",
        "/absolute with spaces/ä/Sum.java",
        "C:/Users/somebody/Sum.java",
        "../up/and/../Sum.java",
        "odd/%41#?&=+:;,@[]{}|^`<>\"'.java",
        "odd:name.java",
        "ünïcode/\ud83d\ude00.java",
        "Sum.java",
        ".",
    })
    void anyPathIsAUri(String path) {
        assertThat(complaints(written(List.of(finding("VR301", file(path)))))).isEmpty();
    }

    @Test
    void theSchemaTellsWhatIsNoSarif() {
        String log = written(List.of(finding("VR301", file("a/Sum.java")).with(new Diagnostic.Label(new Span(file("b/B.java"), 0, 7), "here"))));
        assertThat(complaints(log)).isEmpty();
        assertThat(complaints(changed(log, "\"version\": *\"2\\.1\\.0\"", "\"version\": \"2.2\""))).isNotEmpty();
        assertThat(complaints(changed(log, "\"level\": *\"error\"", "\"level\": \"fatal\""))).isNotEmpty();
        assertThat(complaints(changed(log, "\"ruleIndex\": *0", "\"ruleIndex\": -2"))).isNotEmpty();
        assertThat(complaints(changed(log, "\"startLine\": *[0-9]+", "\"startLine\": 0"))).isNotEmpty();
        assertThat(complaints(changed(log, "\"columnKind\"", "\"kindOfColumn\""))).isNotEmpty();
        assertThat(complaints(changed(log, "\"results\": *\\[", "\"results\": [{\"ruleId\": \"VR1\"}, "))).isNotEmpty();
    }

    private static String changed(String log, String pattern, String replacement) {
        String other = log.replaceAll(pattern, replacement);
        assertThat(other).as("the log has %s", pattern).isNotEqualTo(log);
        return other;
    }

    private static SourceFile file(String path) {
        return SourceFile.of(path, TEXT);
    }

    private static Diagnostic finding(String code, SourceFile file) {
        return Diagnostic.of(code, new Span(file, 18, 23), "The sum may be too large.", "It wraps.", "Use a wider type.");
    }

    private static String written(List<Diagnostic> findings) {
        return new SarifWriter("0.1.0-SNAPSHOT").write(findings);
    }

    private static List<String> complaints(String log) {
        return schema.validate(log, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Error::toString).toList();
    }
}
