// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;

class VirtQueueLayoutTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 64, 128, 256, 1024, 32768})
    @Conforms("drv.split.align.1")
    void areasFollowEachOtherAlignedAndWithoutOverlap(int size) {
        VirtQueueLayout layout = VirtQueueLayout.forSize(size, false);
        assertThat(layout.availableOffset()).isEqualTo(16L * size);
        assertThat(layout.usedOffset()).isGreaterThanOrEqualTo(layout.availableOffset() + 6 + 2L * size);
        assertThat(layout.usedOffset() % 64).as("the used ring has cache lines of its own").isZero();
        assertThat(layout.bytes()).isEqualTo(layout.usedOffset() + 6 + 8L * size);
    }
}
