// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Operator;

/** Reasons why a mutant is no error are kept under its text. */
class ReasonsTest {
    private static final Mutant MUTANT =
            new Mutant("id", Operator.CONSTANT, "Queue.java", 17, "Queue.new", 3, "x = 0;", "0", "1", List.of());

    @TempDir
    private Path folder;

    private Reasons read(String text) throws IOException {
        return Reasons.read(Files.writeString(folder.resolve("reasons.txt"), text));
    }

    @Test
    void aReasonIsFoundByPlaceOperatorAndText() throws IOException {
        Reasons reasons = read("# Head.\n\nQueue.new | constant | 0 -> 1\n    It is set again\n    before it is read.\n");
        assertThat(reasons.of(MUTANT)).isEqualTo("It is set again before it is read.");
        assertThat(reasons.stale(List.of(MUTANT))).isEmpty();
    }

    @Test
    void aReasonOfNoMutantIsStale() throws IOException {
        assertThat(read("Queue.new | constant | 2 -> 3\n    Never read.\n").stale(List.of(MUTANT))).containsExactly("Queue.new | constant | 2 -> 3");
    }

    @Test
    void thereAreNoReasonsWithoutAFile() {
        assertThat(Reasons.read(folder.resolve("none.txt")).of(MUTANT)).isEmpty();
    }

    @Test
    void anEntryWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> read("Queue.new | constant | 0 -> 1\n")).hasMessageContaining("no reason for Queue.new");
        assertThatThrownBy(() -> read("Queue.new constant\n    Why.\n")).hasMessageContaining(":1: not 'place");
    }
}
