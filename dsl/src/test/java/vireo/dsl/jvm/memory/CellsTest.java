// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.Be16;
import vireo.dsl.Be32;
import vireo.dsl.Be64;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Endian;
import vireo.dsl.Le16;
import vireo.dsl.Le32;
import vireo.dsl.Le64;
import vireo.dsl.Octet;
import vireo.dsl.jvm.Simulation;

@SuppressWarnings("try") // An open machine acts through the thread's environment, unnamed.
class CellsTest {
    private Simulation machine;
    private DmaMemory memory;

    @BeforeEach
    void allocate() throws DriverException {
        machine = Simulation.sequential();
        memory = machine.arena().allocate(64, 8);
    }

    @AfterEach
    void free() {
        machine.arena().free(memory);
        machine.close();
    }

    @Test
    void littleEndianCellsPutTheLeastSignificantByteFirst() throws DriverException {
        cell(Le16.class, 0).set(0xF1F2);
        cell(Le32.class, 4).set(0xF1F2_F3F4L);
        cell(Le64.class, 8).set(0xF1F2_F3F4_F5F6_F7F8L);
        assertThat(bytes(0, 2)).containsExactly(0xF2, 0xF1);
        assertThat(bytes(4, 4)).containsExactly(0xF4, 0xF3, 0xF2, 0xF1);
        assertThat(bytes(8, 8)).containsExactly(0xF8, 0xF7, 0xF6, 0xF5, 0xF4, 0xF3, 0xF2, 0xF1);
        assertThat(cell(Le16.class, 0).get()).isEqualTo(0xF1F2);
        assertThat(cell(Le32.class, 4).get()).isEqualTo(0xF1F2_F3F4L);
        assertThat(cell(Le64.class, 8).get()).isEqualTo(0xF1F2_F3F4_F5F6_F7F8L);
    }

    @Test
    void bigEndianCellsPutTheMostSignificantByteFirst() throws DriverException {
        cell(Be16.class, 0).set(0xF1F2);
        cell(Be32.class, 4).set(0xF1F2_F3F4L);
        cell(Be64.class, 8).set(0xF1F2_F3F4_F5F6_F7F8L);
        assertThat(bytes(0, 2)).containsExactly(0xF1, 0xF2);
        assertThat(bytes(4, 4)).containsExactly(0xF1, 0xF2, 0xF3, 0xF4);
        assertThat(bytes(8, 8)).containsExactly(0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8);
        assertThat(cell(Be16.class, 0).get()).isEqualTo(0xF1F2);
        assertThat(cell(Be32.class, 4).get()).isEqualTo(0xF1F2_F3F4L);
        assertThat(cell(Be64.class, 8).get()).isEqualTo(0xF1F2_F3F4_F5F6_F7F8L);
    }

    @Test
    void publishAndObserveConvertAsSetAndGetDo() throws DriverException {
        cell(Le16.class, 0).publish(0x8001);
        cell(Be32.class, 4).publish(0x8000_0001L);
        assertThat(bytes(0, 2)).containsExactly(0x01, 0x80);
        assertThat(bytes(4, 4)).containsExactly(0x80, 0, 0, 1);
        assertThat(cell(Le16.class, 0).observe()).isEqualTo(0x8001);
        assertThat(cell(Be32.class, 4).observe()).isEqualTo(0x8000_0001L);
    }

    @Test
    void rawIsWhatEndianConvertsOnEitherProcessor() throws DriverException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            try (var other = new Simulation(MemoryOrder.sequential(), order)) {
                cell(Le16.class, 0).set(0x1234);
                cell(Be64.class, 8).set(0xF102_0304_0506_0708L);
                assertThat(Endian.fromLe16(cell(Le16.class, 0).raw())).as("%s", order).isEqualTo(0x1234);
                assertThat(Endian.fromBe64(cell(Be64.class, 8).raw())).as("%s", order)
                        .isEqualTo(0xF102_0304_0506_0708L);
                cell(Be32.class, 4).setRaw(Endian.toBe32(0x8765_4321L));
                assertThat(bytes(4, 4)).as("%s", order).containsExactly(0x87, 0x65, 0x43, 0x21);
                assertThat(cell(Le16.class, 0).raw()).isEqualTo(order == ByteOrder.LITTLE_ENDIAN ? 0x1234 : 0x3412);
            }
        }
    }

    @Test
    void valuesThatDoNotFitAreRefusedAndNothingIsStored() throws DriverException {
        assertThatThrownBy(() -> cell(Le16.class, 0).set(70000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Le16.set: 70000 is outside the declared range 0 to 65535");
        assertThatThrownBy(() -> cell(Be16.class, 0).publish(-1)).hasMessageContaining("Be16.publish: -1");
        assertThatThrownBy(() -> cell(Le32.class, 0).set(1L << 32)).hasMessageContaining("Le32.set: 4294967296");
        assertThatThrownBy(() -> cell(Be32.class, 0).setRaw(-5)).hasMessageContaining("Be32.setRaw: -5");
        assertThatThrownBy(() -> cell(Octet.class, 0).set(256)).hasMessageContaining("Octet.set: 256");
        assertThatThrownBy(() -> memory.bytes(0, 1).set(0, 256)).hasMessageContaining("DmaBytes.set: 256");
        assertThat(bytes(0, 8)).containsOnly(0);
    }

    @Test
    void bytesCopyAndZeroSlices() throws DriverException {
        DmaBytes all = memory.bytes(3, 20);
        byte[] pattern = new byte[20];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (byte) (0xF0 + i);
        }
        all.copyFrom(1, pattern, 2, 17);
        assertThat(bytes(3, 3)).containsExactly(0, 0xF2, 0xF3);
        assertThat(all.get(17)).isEqualTo(0x02);
        all.zero(2, 3);
        byte[] back = new byte[6];
        all.copyTo(0, back, 1, 5);
        assertThat(back).containsExactly(0, 0, 0xF2, 0, 0, 0);
        all.set(19, 0xFF);
        assertThat(all.get(19)).isEqualTo(0xFF);
        assertThat(all.length()).isEqualTo(20);
    }

    @Test
    void aSliceIsAViewOfSomeOfTheBytes() throws DriverException {
        DmaBytes all = memory.bytes(3, 20);
        DmaBytes some = all.slice(4, 10).slice(1, 9);
        assertThat(some.length()).isEqualTo(9);
        some.set(0, 0xA1);
        all.set(13, 0xB2);
        assertThat(all.get(5)).isEqualTo(0xA1);
        assertThat(some.get(8)).isEqualTo(0xB2);
        assertThat(all.slice(20, 0).length()).isZero();
        assertThatThrownBy(() -> some.get(9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> all.slice(15, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> all.slice(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void slicesOutsideEitherSideAreRefused() throws DriverException {
        DmaBytes bytes = memory.bytes(0, 16);
        byte[] mine = new byte[8];
        assertThatThrownBy(() -> bytes.get(16)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.set(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.zero(15, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.copyTo(9, mine, 0, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.copyTo(0, mine, 1, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.copyFrom(0, mine, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.copyFrom(0, mine, 7, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private <T> T cell(Class<T> type, int offset) throws DriverException {
        return memory.array(type, offset, 1).at(0);
    }

    private int[] bytes(int offset, int length) {
        byte[] read = machine.deviceMemory().readBytes(memory.physical() + offset, length);
        int[] unsigned = new int[length];
        for (int i = 0; i < length; i++) {
            unsigned[i] = Byte.toUnsignedInt(read[i]);
        }
        return unsigned;
    }
}
