// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"1, 16, 64, 78", "16, 256, 320, 454", "128, 2048, 2368, 3398", "256, 4096, 4672, 6726"})
    void theUsedRingIsOnTheNextCacheLine(int size, long available, long used, long bytes) {
        assertThat(VirtQueueLayout.forSize(size, false)).isEqualTo(new VirtQueueLayout(available, used, bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 16, 4096, 4110", "16, 256, 4096, 4230", "128, 2048, 4096, 5126", "256, 4096, 8192, 10246",
        "227, 3632, 4096, 5918", "228, 3648, 8192, 10022"})
    @Conforms("drv.split.align.1")
    void ofALegacyDeviceItIsOnTheNextPage(int size, long available, long used, long bytes) {
        assertThat(VirtQueueLayout.forSize(size, true)).isEqualTo(new VirtQueueLayout(available, used, bytes));
    }
}
