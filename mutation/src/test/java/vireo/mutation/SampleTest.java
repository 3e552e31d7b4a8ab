// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Operator;

/** A sample has its share of each operator, and is the same for the same seed. */
class SampleTest {
    private static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(mutant("o" + i, Operator.OPERATOR));
        }
        for (int i = 0; i < 4; i++) {
            all.add(mutant("b" + i, Operator.DROPPED_BARRIER));
        }
        return all;
    }

    private static Mutant mutant(String id, Operator operator) {
        return new Mutant(id, operator, "F.java", 1, "F", -1, "", "a", "b", List.of());
    }

    @Test
    void eachOperatorHasItsShareAndAFewAtLeast() {
        List<Mutant> sample = Sample.of(all(), 100, 1);
        assertThat(sample.stream().filter(m -> m.operator() == Operator.OPERATOR)).hasSize(100);
        assertThat(sample.stream().filter(m -> m.operator() == Operator.DROPPED_BARRIER)).hasSize(3);
    }

    @Test
    void aLargerSampleGoesOnFromTheSmallerOne() {
        assertThat(Sample.of(all(), 200, 1)).containsAll(Sample.of(all(), 100, 1));
        assertThat(Sample.of(all(), 100, 2)).isNotEqualTo(Sample.of(all(), 100, 1));
    }

    @Test
    void zeroMeansAll() {
        assertThat(Sample.of(all(), 0, 1)).hasSize(1004);
    }
}
