// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vireo.mutation.run.Verdict;
import vireo.mutation.run.Verdict.Stage;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Operator;

/** The tables count each mutant where it was first noticed. */
class ReportTest {
    private static Judged judged(Operator operator, Stage stage, String detail, String reason) {
        Mutant mutant = new Mutant(operator + detail, operator, "p/Queue.java", 7, "Queue.add", 1, "i < n;", "<", "<=", List.of());
        return new Judged(mutant, new Verdict(stage, detail, 1), reason);
    }

    private static final Report REPORT = new Report(List.of(
            judged(Operator.OFF_BY_ONE, Stage.GENERATOR, "VR303 VR301: too far", ""),
            judged(Operator.OFF_BY_ONE, Stage.TESTS, "QueueTest.fills", ""),
            judged(Operator.OPERATOR, Stage.JAVAC, "no such operator", ""),
            judged(Operator.OPERATOR, Stage.NOWHERE, "all tests pass", ""),
            judged(Operator.OPERATOR, Stage.NOWHERE, "all tests pass", "It is the same number.")),
            Map.of(Operator.OFF_BY_ONE, 10L, Operator.OPERATOR, 30L), List.of("Gone.f | constant | 1 -> 2"), "About.");

    @Test
    void aReasonMakesASurvivorEquivalent() {
        assertThat(REPORT.markdown()).contains("| equivalent | 1 |").contains("| caught by nobody | 1 | 25.0 % |");
    }

    @Test
    void sharesAreOfThoseThatAreNoEquivalents() {
        assertThat(REPORT.markdown()).contains("| refused by javac or the generator | 2 | 50.0 % | 50.0 % |")
                .contains("| caught before any boot test | 3 | 75.0 % | 66.7 % |");
    }

    @Test
    void codesAreCountedEachAndAlone() {
        assertThat(REPORT.markdown()).contains("| VR301 | 1 | 0 | off by one 1 |").contains("| VR303 | 1 | 0 | off by one 1 |");
    }

    @Test
    void survivorsAreListedWithTheirLine() {
        assertThat(REPORT.markdown()).contains("- Queue.java:7 (operator) `Queue.add | operator | < -> <=`").contains("line: `i < n;`");
    }

    @Test
    void reasonsOfNoMutantAreListed() {
        assertThat(REPORT.markdown()).contains("- `Gone.f | constant | 1 -> 2`");
    }

    @Test
    void theCsvHasALineForEach() {
        assertThat(REPORT.csv().lines()).hasSize(6);
        assertThat(REPORT.csv()).contains("off-by-one,\"p/Queue.java\",7,\"Queue.add\",\"<\",\"<=\",generator,\"VR303 VR301: too far\"");
    }
}
