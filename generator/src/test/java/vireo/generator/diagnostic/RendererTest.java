// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

class RendererTest {
    private static final String TEXT = "final class Sum {\n\tint next(int value) {\n\t\treturn \u6f22\u5b57 + value + 1;\n\t}\n}\n";
    private static final SourceFile FILE = SourceFile.of("src/Sum.java", TEXT);

    private static Span span(String part) {
        int start = TEXT.indexOf(part);
        return new Span(FILE, start, start + part.length());
    }

    private static Diagnostic overflow() {
        return Diagnostic.of("VR301", span("value + 1"), "The sum may leave int.", "It would wrap.", "Declare a range.")
                .with(new Diagnostic.Label(span("int value"), "any int"))
                .withFacts(List.of("value in -2147483648 .. 2147483647"));
    }

    @Test
    void theTerminalShowsAllPlacesUnderTheRightCharacters() {
        assertThat(new TerminalRenderer(false).render(List.of(overflow()))).isEqualTo("""
                error[VR301]: The sum may leave int.
                 --> src/Sum.java:3:15
                  |
                2 |         int next(int value) {
                  |                  --------- any int
                3 |                 return \u6f22\u5b57 + value + 1;
                  |                               ^^^^^^^^^
                  = known: value in -2147483648 .. 2147483647
                  = why: It would wrap.
                  = fix: Declare a range.
                  = more: vireo explain VR301

                1 error
                """);
    }

    @Test
    void colorsChangeNothingButTheEmphasis() {
        String plain = new TerminalRenderer(false).render(List.of(overflow()));
        String colored = new TerminalRenderer(true).render(List.of(overflow()));
        assertThat(colored).contains("\033[").isNotEqualTo(plain);
        assertThat(colored.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void placesInOtherFilesAreShownWithTheirFile() {
        SourceFile other = SourceFile.of("src/Other.java", "\n\nfinal class Other {}\n");
        String text = new TerminalRenderer(false).render(List.of(Diagnostic.of("VR105", span("Sum"), "Two names.", "", "Rename.")
                .with(new Diagnostic.Label(new Span(other, 14, 19), "the other"))));
        assertThat(text).contains(" --> src/Sum.java:1:13\n").contains(" --> src/Other.java:3:13\n").contains("  |             ----- the other\n")
                .doesNotContain("= why");
    }

    @Test
    void aFindingWithoutTextShowsItsPathOnly() {
        Span nowhere = new Span(SourceFile.of("out", ""), 0, 0);
        assertThat(new TerminalRenderer(false).render(List.of(Diagnostic.of("VR901", nowhere, "What.", "Why.", "Fix."))))
                .isEqualTo("error[VR901]: What.\n --> out\n  = why: Why.\n  = fix: Fix.\n  = more: vireo explain VR901\n\n1 error\n");
    }

    @Test
    void aSpanAtTheEndOfTheFileOrOverSeveralLinesIsUnderlinedOnItsFirstLine() {
        Span whole = new Span(FILE, 0, TEXT.length());
        Span end = new Span(FILE, TEXT.length(), TEXT.length());
        String text = new TerminalRenderer(false).render(List.of(Diagnostic.of("VR100", whole, "A.", "", ""), Diagnostic.of("VR100", end, "B.", "", "")));
        assertThat(text).contains("1 | final class Sum {\n  | ^^^^^^^^^^^^^^^^^\n").contains("6 |\n  | ^\n").endsWith("2 errors\n");
    }

    @Test
    void controlCharactersOfASourceDoNotReachTheTerminal() {
        SourceFile evil = SourceFile.of("E.java", "int \033[2J\u202ex;");
        String text = new TerminalRenderer(false).render(List.of(Diagnostic.of("VR100", new Span(evil, 9, 10), "A.", "", "")));
        assertThat(text).doesNotContain("\033").doesNotContain("\u202e").contains("1 | int \ufffd[2J\ufffdx;\n  |          ^\n");
    }

    @Test
    void mavenAndIdesGetJavacsLines() {
        assertThat(new JavacRenderer().render(List.of(overflow()))).isEqualTo("""
                src/Sum.java:3: error: [VR301] The sum may leave int.
                                return \u6f22\u5b57 + value + 1;
                                              ^
                  known: value in -2147483648 .. 2147483647
                  why: It would wrap.
                  fix: Declare a range.
                  see: src/Sum.java:2: any int
                1 error
                """);
    }

    @Test
    void noFindingGivesNoText() {
        assertThat(new TerminalRenderer(false).render(List.of())).isEmpty();
        assertThat(new JavacRenderer().render(List.of())).isEmpty();
    }
}
