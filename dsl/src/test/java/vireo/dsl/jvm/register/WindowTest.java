// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.sample.Counters;
import vireo.dsl.sample.Entry;

class WindowTest {
    private static final long BASE = 0xFEB0_0000L;

    private final RecordingDevice device = new RecordingDevice();
    private Simulation machine;

    @BeforeEach
    void plugIn() {
        machine = Simulation.sequential();
        machine.addressMap().add("counters", BASE, 0x1000, device);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void eachRegisterIsOneAccessOfItsWidthAtItsOffset() throws DriverException {
        withRegisters(registers -> {
            device.answer(0x80);
            assertThat(registers.mode().read()).isEqualTo(0x80);
            registers.mode().write(0xFF);
            assertThat(registers.cause().read()).isEqualTo(0x80);
            device.answer(0x8001);
            assertThat(registers.level().read()).isEqualTo(0x8001);
            registers.kick().write(0xFFFF);
            device.answer(0x8000_0001L);
            assertThat(registers.limit().read()).isEqualTo(0x8000_0001L);
            registers.limit().write(0xFFFF_FFFFL);
            registers.status().acknowledge(3);
            assertThat(registers.status().read()).isEqualTo(0x8000_0001L);
            device.answer(-2);
            assertThat(registers.wide().read()).isEqualTo(-2);
            registers.wide().write(-3);
        });
        assertThat(device.accesses()).containsExactly(
                "read 1 at 0x100", "write 1 at 0x100 = 0xff", "read 1 at 0x101",
                "read 2 at 0x102", "write 2 at 0x104 = 0xffff",
                "read 4 at 0x108", "write 4 at 0x108 = 0xffffffff",
                "write 4 at 0x10c = 0x3", "read 4 at 0x10c",
                "read 8 at 0x110", "write 8 at 0x110 = 0xfffffffffffffffd");
    }

    @Test
    void splitRegistersAreTwoAccessesTheLowHalfFirst() throws DriverException {
        withRegisters(registers -> {
            device.answer(0x8000_0001L, 0xF000_0002L);
            assertThat(registers.base().read()).isEqualTo(0xF000_0002_8000_0001L);
            registers.base().write(0xF000_0002_8000_0001L);
            registers.base().writeHigh(7);
            device.answer(5);
            assertThat(registers.base().readLow()).isEqualTo(5);
            assertThat(registers.total().readHigh()).isEqualTo(5);
        });
        assertThat(device.accesses()).containsExactly(
                "read 4 at 0x118", "read 4 at 0x11c",
                "write 4 at 0x118 = 0x80000001", "write 4 at 0x11c = 0xf0000002",
                "write 4 at 0x11c = 0x7", "read 4 at 0x118", "read 4 at 0x124");
    }

    @Test
    void registerArraysCheckTheirIndex() throws DriverException {
        withRegisters(registers -> {
            registers.banks().at(3).write(1);
            assertThatThrownBy(() -> registers.banks().at(4)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> registers.banks().at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        });
        assertThat(device.accesses()).containsExactly("write 4 at 0x13c = 0x1");
    }

    @Test
    void valuesThatDoNotFitAreRefusedBeforeTheDeviceSeesThem() throws DriverException {
        withRegisters(registers -> {
            assertThatThrownBy(() -> registers.mode().write(256))
                    .hasMessageContaining("register of 8 bits: write: 256");
            assertThatThrownBy(() -> registers.kick().write(-1)).hasMessageContaining("register of 16 bits: write: -1");
            assertThatThrownBy(() -> registers.limit().write(1L << 32)).hasMessageContaining("4294967296");
            assertThatThrownBy(() -> registers.status().acknowledge(-1)).hasMessageContaining("acknowledge: -1");
            assertThatThrownBy(() -> registers.base().writeLow(1L << 32)).hasMessageContaining("writeLow");
        });
        assertThat(device.accesses()).isEmpty();
    }

    @Test
    void aModelThatAnswersWithTooManyBitsIsNamed() throws DriverException {
        withRegisters(registers -> {
            device.answer(0x100);
            assertThatThrownBy(() -> registers.mode().read())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("device counters")
                    .hasMessageContaining("answered a read of 1 bytes at 0xfeb00100 with 0x100");
        });
    }

    @Test
    void onlyRangesOfOneDeviceAreMapped() throws DriverException {
        assertFails(Errno.EINVAL, () -> machine.addressMap().map(BASE - 1, 16));
        assertFails(Errno.EINVAL, () -> machine.addressMap().map(BASE + 0xFFF, 2));
        assertFails(Errno.EINVAL, () -> machine.addressMap().map(BASE, 0));
        assertFails(Errno.EINVAL, () -> machine.addressMap().map(BASE, -1));
        assertFails(Errno.EINVAL, () -> machine.addressMap().map(-1, 1));
        machine.addressMap().failMappingAfter(0);
        assertFails(Errno.ENOMEM, () -> machine.addressMap().map(BASE, 16));
        Window last = machine.addressMap().map(BASE + 0xFFF, 1);
        assertThat(last.length()).isEqualTo(1);
        machine.addressMap().unmap(last);
    }

    @Test
    void aBlockHasToLieInItsWindowAligned() throws DriverException {
        Window window = machine.addressMap().map(BASE, 0x80);
        window.bind(Counters.class, 0x40);
        assertFails(Errno.ERANGE, () -> window.bind(Counters.class, 0x48));
        assertFails(Errno.ERANGE, () -> window.bind(Counters.class, 0x81));
        assertFails(Errno.ERANGE, () -> window.bind(Counters.class, -8));
        assertFails(Errno.EINVAL, () -> window.bind(Counters.class, 4));
        assertThatThrownBy(() -> window.bind(Entry.class, 0)).hasMessageContaining("EntryBinder is no RegisterBinder");
        machine.addressMap().unmap(window);
    }

    @Test
    void anUnmappedWindowIsPoisonedWithItsRegisters() throws DriverException {
        Window window = machine.addressMap().map(BASE, 0x80);
        Counters registers = window.bind(Counters.class, 0);
        giveBack(window);
        assertThatThrownBy(window::length)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Window: length after it was moved")
                .hasMessageContaining("mapped at vireo.dsl.jvm.register.WindowTest.anUnmapped")
                .hasMessageContaining("unmapped at vireo.dsl.jvm.register.WindowTest.giveBack");
        assertThatThrownBy(() -> window.bind(Counters.class, 0)).hasMessageContaining("bind after it was moved");
        assertThatThrownBy(() -> registers.mode().read()).hasMessageContaining("register read after it was moved");
        assertThatThrownBy(() -> registers.mode().write(0)).hasMessageContaining("register write after it was moved");
        assertThatThrownBy(() -> giveBack(window)).hasMessageContaining("after it was moved");
        assertThat(device.accesses()).isEmpty();
    }

    @Test
    void aWindowThatIsLeftMappedFailsTheTest() throws DriverException {
        var other = Simulation.sequential();
        other.addressMap().add("counters", BASE, 0x40, device);
        other.addressMap().map(BASE, 0x40);
        assertThatThrownBy(other.addressMap()::assertAllUnmapped).isInstanceOf(AssertionError.class);
        assertThatThrownBy(other::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never unmapped: the window of 64 bytes at 0xfeb00000 on device counters")
                .hasMessageContaining("WindowTest.aWindowThatIsLeftMappedFailsTheTest");
    }

    @Test
    void devicesMayNotOverlap() {
        var map = machine.addressMap();
        assertThatThrownBy(() -> map.add("second", BASE + 0xFFF, 8, device))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device second (8 bytes at 0xfeb00fff) overlaps device counters");
        assertThatThrownBy(() -> map.add("empty", BASE, 0, device)).hasMessageContaining("are no range of addresses");
        assertThatThrownBy(() -> map.add("wraps", -4, 8, device)).hasMessageContaining("are no range of addresses");
        map.add("behind", BASE + 0x1000, 8, device);
    }

    @Test
    void theBusReachesDevicesWithoutAWindowAndWithoutATrace() {
        var map = machine.addressMap();
        device.answer(6);
        assertThat(map.busRead(BASE + 4, 2)).isEqualTo(6);
        map.busWrite(BASE + 8, 4, 7);
        assertThat(device.accesses()).containsExactly("read 2 at 0x4", "write 4 at 0x8 = 0x7");
        assertThat(map.answers(BASE, 0x1000)).isTrue();
        assertThat(map.answers(BASE, 0x1001)).isFalse();
        assertThatThrownBy(() -> map.busRead(BASE + 0xFFE, 4))
                .hasMessageContaining("no device answers for 4 bytes at 0xfeb00ffe");
        assertThat(machine.trace().accesses()).isEmpty();
    }

    @Test
    void registersHaveToBeAligned() {
        var space = new DeviceRegisters(device);
        assertThatThrownBy(() -> space.rw32(2)).hasMessageContaining("a register of 4 bytes at offset 2");
        assertThatThrownBy(() -> space.ro16(1)).hasMessageContaining("not aligned");
        assertThatThrownBy(() -> space.rw64(4)).hasMessageContaining("not aligned");
        assertThatThrownBy(() -> space.rwSplit64(6)).hasMessageContaining("not aligned");
        space.rwSplit64(4);
        space.wo8(3);
    }

    private void withRegisters(Use use) throws DriverException {
        Window window = machine.addressMap().map(BASE, 0x1000);
        use.of(window.bind(Counters.class, 0x100));
        machine.addressMap().unmap(window);
    }

    private void giveBack(Window window) {
        machine.addressMap().unmap(window);
    }

    private static void assertFails(Errno errno, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }

    private interface Use {
        void of(Counters registers);
    }
}
