// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.virtio.model.VirtioMmioModel;

/** What is found at a place in memory, and what is passed over. */
class VirtioMmioTest {
    private static final long BASE = MmioMachine.BASE;

    private MmioMachine machine;

    @BeforeEach
    void makeMachine() {
        machine = new MmioMachine();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bothVersionsOfTheRegistersAreDriven(int version) {
        machine.disk(3, version);
        assertThat(machine.probe(3)).as(machine.kernel().logged()).isEqualTo(1);
        assertThat(machine.kernel().names()).containsExactly("virtio-blk0 at 0x0a000600");
    }

    @Test
    @Conforms("drv.mmio.regs.12")
    @Conforms("drv.mmio.regs.13")
    @Conforms("drv.mmio.init.3")
    @Conforms("drv.mmio.init.4")
    void aPlaceholderIsPassedOverWithoutAWordOrAnAccessMore() {
        VirtioMmioModel model = machine.disk(0).deviceId(0);
        assertThat(machine.probe(0)).isZero();
        assertThat(machine.kernel().machine().log().lines()).isEmpty();
        assertThat(model.registerAccesses()).as("magic value, version, device id").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFF_FFFFL, 0x76697274})
    @Conforms("drv.mmio.regs.8")
    @Conforms("drv.mmio.regs.9")
    @Conforms("drv.mmio.init.1")
    void aPlaceWithoutTheMagicValueIsReportedAndLeftAlone(long magic) {
        VirtioMmioModel model = machine.disk(0).magic(magic);
        assertThat(machine.probe(0)).isZero();
        assertThat(machine.kernel().logged()).contains("no virtio device: the magic value is 0x")
                .contains("virtio device at 0x0a000000: ENODEV, skipped");
        assertThat(model.registerAccesses()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 0xFFFF_FFFFL})
    @Conforms("drv.mmio.regs.10")
    @Conforms("drv.mmio.regs.11")
    @Conforms("drv.mmio.init.2")
    void anUnknownVersionIsReportedAndLeftAlone(long version) {
        VirtioMmioModel model = machine.disk(0).version(version);
        assertThat(machine.probe(0)).isZero();
        assertThat(machine.kernel().logged()).contains("registers of version " + version).contains("EOPNOTSUPP, skipped");
        assertThat(model.registerAccesses()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 16, 63, 0xFFFF_FFFFL})
    void typesWithoutADriverAreLeftAlone(long type) {
        VirtioMmioModel model = machine.disk(0).deviceId(type);
        assertThat(machine.probe(0)).isZero();
        assertThat(model.registerAccesses()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0x0a000000, 0", "0x0a000000, 0xff", "0x0a000002, 0x200", "0xfffffffffffffffe, 0x200"})
    void aPlaceTooSmallOrCrookedIsRefusedUntouched(String base, long size) {
        VirtioMmioModel model = machine.disk(0);
        assertThat(probe(Long.parseUnsignedLong(base.substring(2), 16), size)).isZero();
        assertThat(machine.kernel().logged()).contains("are no place for the registers").contains("EINVAL, skipped");
        assertThat(model.registerAccesses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0xFFFF_FFFF_FFFF_FF00L, -4, 0x1234_5678_0000L})
    void aPlaceWhereNothingAnswersIsRefused(long base) {
        assertThat(probe(base, 0x200)).isZero();
        assertThat(machine.kernel().logged()).contains("EINVAL, skipped");
    }

    @ParameterizedTest
    @ValueSource(longs = {0x117, 0x100})
    void aPlaceWithoutRoomForTheConfigurationIsRefused(long size) {
        machine.disk(0);
        assertThat(probe(BASE, size)).isZero();
        assertThat(machine.kernel().logged()).contains("have no room for 24 bytes").contains("ENXIO, skipped");
    }

    @ParameterizedTest
    @ValueSource(longs = {0x118, 0x1000, 1L << 40, -1})
    void howeverLargeAPlaceIsOnlyWhatIsNeededIsMapped(long size) {
        machine.disk(0);
        assertThat(probe(BASE, size)).as(machine.kernel().logged()).isEqualTo(1);
    }

    @Test
    void aDeviceThatFailsIsReportedAndTriedAgain() {
        VirtioMmioModel model = machine.disk(0);
        machine.kernel().machine().arena().failAllocationAfter(0);
        assertThat(machine.probe(0)).isZero();
        assertThat(machine.kernel().logged()).contains("virtio-blk0 at 0x0a000000: ENOMEM, skipped");
        assertThat(machine.probe(0)).isEqualTo(1);
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 11, 139, 0, 1, 3, 11, 15);
    }

    private long probe(long base, long size) {
        return VirtioMmio.probeDevice(base, size, 48, machine.kernel().polling(), machine.kernel());
    }
}
