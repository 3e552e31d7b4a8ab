// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.MemoryOrder;

@SuppressWarnings("try") // An open machine acts through the thread's environment, unnamed.
class EndianTest {
    @Test
    void aLittleEndianProcessorSwapsBigEndianNumbersOnly() {
        try (var machine = Simulation.sequential()) {
            assertThat(Endian.fromLe16(0x1234)).isEqualTo(0x1234);
            assertThat(Endian.toLe32(0x8000_0001L)).isEqualTo(0x8000_0001L);
            assertThat(Endian.fromBe16(0x1280)).isEqualTo(0x8012);
            assertThat(Endian.toBe32(0x0000_00FFL)).isEqualTo(0xFF00_0000L);
            assertThat(Endian.fromBe32(0x1234_5678L)).isEqualTo(0x7856_3412L);
            assertThat(Endian.toBe64(0x0102_0304_0506_0708L)).isEqualTo(0x0807_0605_0403_0201L);
        }
    }

    @Test
    void aBigEndianProcessorSwapsLittleEndianNumbersOnly() {
        try (var machine = new Simulation(MemoryOrder.sequential(), ByteOrder.BIG_ENDIAN)) {
            assertThat(Endian.fromLe16(0x12F0)).isEqualTo(0xF012);
            assertThat(Endian.fromLe32(0x1234_5678L)).isEqualTo(0x7856_3412L);
            assertThat(Endian.toLe64(0x0102_0304_0506_0708L)).isEqualTo(0x0807_0605_0403_0201L);
            assertThat(Endian.fromBe16(0x12F0)).isEqualTo(0x12F0);
            assertThat(Endian.toBe64(-2)).isEqualTo(-2);
        }
    }

    @Test
    void valuesOutsideTheWidthAreRefused() {
        assertThatThrownBy(() -> Endian.toLe16(0x10000)).hasMessageContaining("Endian.toLe16: 65536");
        assertThatThrownBy(() -> Endian.fromBe32(-1)).hasMessageContaining("Endian.fromBe32: -1");
    }
}
