// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;

/** What the cells of an interrupt mean, up to the last number of each kind. */
class DeviceTreeInterruptTest {
    private final Simulation machine = Simulation.sequential();

    @AfterEach
    void closeMachine() {
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 32", "0, 1, 33", "0, 987, 1019", "1, 0, 16", "1, 15, 31"})
    void threeCellsAreOneOfAGic(long type, long number, long interrupt) throws DriverException {
        assertThat(DeviceTreeInterrupt.numberOf(cells(9, type, number, 4), 4, 12)).isEqualTo(interrupt);
        assertThat(machine.log().lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 988", "1, 16", "2, 0", "0, 4294967295"})
    void aGicHasNoOther(long type, long number) throws DriverException {
        assertThat(DeviceTreeInterrupt.numberOf(cells(9, type, number, 4), 4, 12)).isEqualTo(MmioPlace.NO_INTERRUPT);
        assertThat(machine.log().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0xFFFF_FFFFL})
    void oneCellIsOneOfAPlic(long number) throws DriverException {
        assertThat(DeviceTreeInterrupt.numberOf(cells(9, number), 4, 4)).isEqualTo(number);
    }

    @Test
    void noCellsAreNoInterruptAndNothingToReport() throws DriverException {
        assertThat(DeviceTreeInterrupt.numberOf(cells(9), 0, 0)).isEqualTo(MmioPlace.NO_INTERRUPT);
        assertThat(machine.log().lines()).isEmpty();
    }

    @Test
    void cellsThatLeaveTheTreeAreRefused() {
        Refusal.expect(Errno.EBADMSG, () -> DeviceTreeInterrupt.numberOf(cells(0), 4, 4));
        Refusal.expect(Errno.EBADMSG, () -> DeviceTreeInterrupt.numberOf(cells(0), 0, 12));
        Refusal.expect(Errno.EBADMSG, () -> DeviceTreeInterrupt.numberOf(cells(0), 4, 12));
    }

    private static byte[] cells(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }
}
