// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

class SarifWriterTest {
    private static final SourceFile FILE = SourceFile.of("src/a b/Sum.java", "class Sum {\n  \"x\" + \t1;\n}\n");

    private static Object log() {
        Diagnostic sum = Diagnostic.of("VR301", new Span(FILE, 14, 21), "The \"sum\"\tis \\ too \u0001 large.", "Why.", "Fix.")
                .with(new Diagnostic.Label(new Span(FILE, 6, 9), "here"));
        Diagnostic whole = Diagnostic.of("VR101", new Span(FILE, 0, 26), "Whole.", "", "");
        return JsonReader.read(new SarifWriter("1.2").write(List.of(sum, whole)));
    }

    @Test
    void theLogNamesVersionToolAndRules() {
        Object log = log();
        assertThat(JsonReader.at(log, "version")).isEqualTo("2.1.0");
        assertThat(JsonReader.at(log, "$schema")).isEqualTo("https://json.schemastore.org/sarif-2.1.0.json");
        assertThat(JsonReader.at(log, "runs", 0, "tool", "driver", "name")).isEqualTo("Vireo");
        assertThat(JsonReader.at(log, "runs", 0, "tool", "driver", "version")).isEqualTo("1.2");
        assertThat(JsonReader.at(log, "runs", 0, "tool", "driver", "rules", 0, "id")).isEqualTo("VR101");
        assertThat(JsonReader.at(log, "runs", 0, "tool", "driver", "rules", 1, "id")).isEqualTo("VR301");
        assertThat((String) JsonReader.at(log, "runs", 0, "tool", "driver", "rules", 1, "help", "markdown")).startsWith("# VR301");
        assertThat(JsonReader.at(log, "runs", 0, "columnKind")).isEqualTo("utf16CodeUnits");
    }

    @Test
    void aResultNamesRuleTextAndPlace() {
        Object result = JsonReader.at(log(), "runs", 0, "results", 0);
        assertThat(JsonReader.at(result, "ruleId")).isEqualTo("VR301");
        assertThat(JsonReader.at(result, "ruleIndex")).isEqualTo(1);
        assertThat(JsonReader.at(result, "level")).isEqualTo("error");
        assertThat(JsonReader.at(result, "message", "text")).isEqualTo("The \"sum\"\tis \\ too \u0001 large.\nWhy: Why.\nFix: Fix.");
        Object place = JsonReader.at(result, "locations", 0, "physicalLocation");
        assertThat(JsonReader.at(place, "artifactLocation", "uri")).isEqualTo("src/a%20b/Sum.java");
        assertThat(JsonReader.at(place, "artifactLocation", "uriBaseId")).isEqualTo("SRCROOT");
        assertThat(JsonReader.at(place, "region")).isEqualTo(Map.of("startLine", 2, "startColumn", 3, "endLine", 2, "endColumn", 10));
        assertThat(JsonReader.at(result, "relatedLocations", 0, "message", "text")).isEqualTo("here");
        assertThat(JsonReader.at(result, "relatedLocations", 0, "physicalLocation", "region"))
                .isEqualTo(Map.of("startLine", 1, "startColumn", 7, "endLine", 1, "endColumn", 10));
    }

    @Test
    void aSpanOverSeveralLinesEndsOnItsLastLine() {
        assertThat(JsonReader.at(log(), "runs", 0, "results", 1, "locations", 0, "physicalLocation", "region"))
                .isEqualTo(Map.of("startLine", 1, "startColumn", 1, "endLine", 4, "endColumn", 1));
    }

    @Test
    void noFindingGivesAnEmptyRun() {
        Object log = JsonReader.read(new SarifWriter("1").write(List.of()));
        assertThat((List<?>) JsonReader.at(log, "runs", 0, "results")).isEmpty();
        assertThat((List<?>) JsonReader.at(log, "runs", 0, "tool", "driver", "rules")).isEmpty();
    }
}
