// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnsignedArithmeticTest {
    @Test
    void wrappingArithmeticIsModuloTheWidth() {
        assertThat(Uint8.wrappingAdd(255, 1)).isZero();
        assertThat(Uint8.wrappingSub(0, 1)).isEqualTo(255);
        assertThat(Uint8.wrappingMul(16, 17)).isEqualTo(16);
        assertThat(Uint16.wrappingAdd(65535, 1)).isZero();
        assertThat(Uint16.wrappingAdd(65535, 65535)).isEqualTo(65534);
        assertThat(Uint16.wrappingSub(2, 65534)).isEqualTo(4);
        assertThat(Uint16.wrappingMul(65535, 65535)).isEqualTo(1);
        assertThat(Uint32.wrappingAdd(0xFFFF_FFFFL, 1)).isZero();
        assertThat(Uint32.wrappingSub(0, 1)).isEqualTo(0xFFFF_FFFFL);
        assertThat(Uint32.wrappingMul(0xFFFF_FFFFL, 0xFFFF_FFFFL)).isEqualTo(1);
        assertThat(Uint64.wrappingAdd(-1, 1)).isZero();
        assertThat(Uint64.wrappingSub(0, 1)).isEqualTo(Uint64.MAX);
        assertThat(Uint64.wrappingMul(-1, -1)).isEqualTo(1);
    }

    @Test
    void truncatingKeepsTheLowBits() {
        assertThat(Uint8.truncate(0x1FF)).isEqualTo(0xFF);
        assertThat(Uint8.truncate(-1)).isEqualTo(0xFF);
        assertThat(Uint16.truncate(0x1_2345_6789L)).isEqualTo(0x6789);
        assertThat(Uint32.truncate(-1)).isEqualTo(0xFFFF_FFFFL);
        assertThat(Uint64.truncate(-1)).isEqualTo(Uint64.MAX);
    }

    @Test
    void checkedArithmeticGivesWhatFits() throws DriverException {
        assertThat(Uint8.checkedAdd(254, 1)).isEqualTo(255);
        assertThat(Uint16.checkedSub(5, 5)).isZero();
        assertThat(Uint16.checkedMul(257, 255)).isEqualTo(65535);
        assertThat(Uint32.checkedAdd(0xFFFF_FFFEL, 1)).isEqualTo(Uint32.MAX);
        assertThat(Uint32.checkedMul(65537, 65535)).isEqualTo(Uint32.MAX);
        assertThat(Uint64.checkedAdd(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(Uint64.MAX);
        assertThat(Uint64.checkedSub(-1, Long.MAX_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(Uint64.checkedMul(0xFFFF_FFFFL, 0x1_0000_0001L)).isEqualTo(Uint64.MAX);
        assertThat(Uint64.checkedMul(0, -1)).isZero();
    }

    @Test
    void checkedArithmeticFailsOneBeyondTheEdge() {
        assertOverflows(() -> Uint8.checkedAdd(255, 1));
        assertOverflows(() -> Uint8.checkedSub(0, 1));
        assertOverflows(() -> Uint8.checkedMul(16, 16));
        assertOverflows(() -> Uint16.checkedAdd(65535, 1));
        assertOverflows(() -> Uint16.checkedSub(3, 4));
        assertOverflows(() -> Uint16.checkedMul(65535, 65535));
        assertOverflows(() -> Uint32.checkedAdd(0xFFFF_FFFFL, 1));
        assertOverflows(() -> Uint32.checkedSub(0, 1));
        assertOverflows(() -> Uint32.checkedMul(65536, 65536));
        assertOverflows(() -> Uint32.checkedMul(0xFFFF_FFFFL, 0xFFFF_FFFFL));
        assertOverflows(() -> Uint64.checkedAdd(-1, 1));
        assertOverflows(() -> Uint64.checkedAdd(Long.MIN_VALUE, Long.MIN_VALUE));
        assertOverflows(() -> Uint64.checkedSub(Long.MAX_VALUE, Long.MIN_VALUE));
        assertOverflows(() -> Uint64.checkedMul(0x1_0000_0000L, 0x1_0000_0000L));
        assertOverflows(() -> Uint64.checkedMul(-1, 2));
    }

    @Test
    void sixtyFourBitNumbersCompareAsUnsigned() {
        assertThat(Uint64.lessThan(Long.MAX_VALUE, Long.MIN_VALUE)).isTrue();
        assertThat(Uint64.lessThan(-1, 0)).isFalse();
        assertThat(Uint64.lessThan(5, 5)).isFalse();
        assertThat(Uint64.atMost(5, 5)).isTrue();
        assertThat(Uint64.atMost(-1, Long.MAX_VALUE)).isFalse();
        assertThat(Uint64.atMost(0, -1)).isTrue();
    }

    @Test
    void sixtyFourBitNumbersDivideAsUnsigned() {
        assertThat(Uint64.divide(-1, 10)).isEqualTo(1844674407370955161L);
        assertThat(Uint64.remainder(-1, 10)).isEqualTo(5);
        assertThat(Uint64.divide(Long.MIN_VALUE, -1)).isZero();
        assertThat(Uint64.remainder(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Uint64.divide(-1, -1)).isEqualTo(1);
        assertThatThrownBy(() -> Uint64.divide(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Uint64.remainder(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sixtyFourBitNumbersComeApartAndTogether() throws DriverException {
        assertThat(Uint64.fromHalves(0xFEDC_BA98L, 0x7654_3210L)).isEqualTo(0xFEDC_BA98_7654_3210L);
        assertThat(Uint64.high32(0xFEDC_BA98_7654_3210L)).isEqualTo(0xFEDC_BA98L);
        assertThat(Uint64.low32(0x7654_3210_FEDC_BA98L)).isEqualTo(0xFEDC_BA98L);
        assertThat(Uint64.toLong(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> Uint64.toLong(Long.MIN_VALUE))
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ERANGE));
    }

    @Test
    void argumentsOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() -> Uint8.wrappingAdd(256, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Uint8.wrappingAdd: 256 is outside the declared range 0 to 255;"
                        + " check or truncate the value before it gets here");
        assertThatThrownBy(() -> Uint16.wrappingSub(0, -1)).hasMessageContaining("Uint16.wrappingSub: -1");
        assertThatThrownBy(() -> Uint32.wrappingMul(0x1_0000_0000L, 0)).hasMessageContaining("Uint32.wrappingMul");
        assertThatThrownBy(() -> Uint16.checkedAdd(70000, 0)).hasMessageContaining("Uint16.checkedAdd: 70000");
        assertThatThrownBy(() -> Uint64.fromHalves(-1, 0)).hasMessageContaining("Uint64.fromHalves: -1");
    }

    @Test
    void bitNumbersBecomeMasks() {
        assertThat(Bit.mask(0)).isEqualTo(1);
        assertThat(Bit.mask(63)).isEqualTo(Long.MIN_VALUE);
        assertThat(Bit.isSet(0x8000_0000_0000_0000L, 63)).isTrue();
        assertThat(Bit.isSet(0x10, 4)).isTrue();
        assertThat(Bit.isSet(0x10, 5)).isFalse();
        assertThatThrownBy(() -> Bit.mask(64)).hasMessageContaining("Bit.mask: 64");
        assertThatThrownBy(() -> Bit.isSet(1, -1)).hasMessageContaining("Bit.isSet: -1");
    }

    private static void assertOverflows(ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EOVERFLOW));
    }
}
