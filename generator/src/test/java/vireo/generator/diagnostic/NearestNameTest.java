// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A suggestion is close to what was written, or there is none. */
class NearestNameTest {
    @Test
    void aSwappedLetterOrWrongCaseIsASlip() {
        assertThat(NearestName.of("lenght", List.of("length", "width"))).contains("length");
        assertThat(NearestName.of("QueueSize", List.of("queueSize", "queueSizes")))
                .contains("queueSize");
    }

    @Test
    void somethingElseIsNoSlip() {
        assertThat(NearestName.of("x", List.of("length", "width"))).isEmpty();
        assertThat(NearestName.of("descriptor", List.of("avail", "used"))).isEmpty();
    }

    @Test
    void ofTwoEquallyNearTheFirstByNameIsTaken() {
        assertThat(NearestName.of("cat", List.of("rat", "bat"))).contains("bat");
    }
}
