// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vireo.mutation.run.Verdict;
import vireo.mutation.run.Verdict.Stage;

/** A run goes on where the last one stopped, with what still holds. */
class ResultsTest {
    @TempDir
    private Path folder;

    private Results open(String... state) {
        return Results.open(folder.resolve("results.tsv"), List.of(state));
    }

    private void fill() {
        Results results = open("drivers", "generator", "tests");
        results.add("a", new Verdict(Stage.JAVAC, "error", 5));
        results.add("b", new Verdict(Stage.GENERATOR, "VR301: too much", 6));
        results.add("c", new Verdict(Stage.TESTS, "SomeTest.name", 7));
    }

    @Test
    void verdictsAreThereAgain() {
        fill();
        Results again = open("drivers", "generator", "tests");
        assertThat(again.of("b")).isEqualTo(new Verdict(Stage.GENERATOR, "VR301: too much", 6));
        assertThat(again.of("c")).isEqualTo(new Verdict(Stage.TESTS, "SomeTest.name", 7));
        assertThat(again.of("d")).isNull();
    }

    @Test
    void whatHangsOnSomethingThatChangedIsForgotten() {
        fill();
        assertThat(open("drivers", "generator", "other").of("c")).isNull();
        Results results = open("drivers", "other", "other");
        assertThat(results.of("a")).isNotNull();
        assertThat(results.of("b")).isNull();
        assertThat(open("other", "other", "other").of("a")).isNull();
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsIgnored() throws java.io.IOException {
        fill();
        java.nio.file.Files.writeString(folder.resolve("results.tsv"), "e\tJAV", java.nio.file.StandardOpenOption.APPEND);
        assertThat(open("drivers", "generator", "tests").of("e")).isNull();
        assertThat(open("drivers", "generator", "tests").of("c")).isNotNull();
    }
}
