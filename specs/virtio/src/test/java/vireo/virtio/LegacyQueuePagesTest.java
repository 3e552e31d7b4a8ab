// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;

/** Legacy devices know a queue by the number of its first page alone. */
class LegacyQueuePagesTest {
    private static final int SIZE = 16;
    private static final long AVAILABLE = 16 * SIZE;
    private static final long USED = 4096;
    private static final long LAST_PAGE = 0xFFFF_FFFFL;

    private final Simulation machine = Simulation.sequential();

    @AfterEach
    void closeMachine() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 0x12345, LAST_PAGE})
    @Conforms("drv.split.legacy.3")
    void aQueueIsWhereItsPageIs(long page) throws DriverException {
        assertThat(numberOf(page << 12, AVAILABLE, USED)).isEqualTo(page);
    }

    @Test
    void thePageBehindTheLastOneHasNoNumber() {
        Refusal.expect(Errno.ERANGE, () -> numberOf(LAST_PAGE + 1 << 12, AVAILABLE, USED));
        assertThat(machine.log().lines().toString()).contains("below 2^44, not at 0x100000000000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 16, 64, 1024, 2048, 4095})
    void aTableThatStartsNoPageIsRefused(long off) {
        Refusal.expect(Errno.EINVAL, () -> numberOf(0x1000 + off, AVAILABLE, USED));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, 0", "0, -1", "0, 1", "0, 4096", "0, -4096"})
    void ringsThatLieElsewhereAreRefused(long availableOff, long usedOff) {
        Refusal.expect(Errno.EINVAL, () -> numberOf(0x1000, AVAILABLE + availableOff, USED + usedOff));
    }

    @Test
    void pageZeroMeansNoQueue() {
        Refusal.expect(Errno.EINVAL, () -> numberOf(0, AVAILABLE, USED));
    }

    private static long numberOf(long table, long available, long used) throws DriverException {
        return LegacyQueuePages.numberOf(SIZE, table, table + available, table + used);
    }
}
