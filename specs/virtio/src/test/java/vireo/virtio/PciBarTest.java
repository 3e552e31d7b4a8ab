// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.register.RegisterDevice;
import vireo.virtio.model.PciFunctionModel;

/** What the registers of a BAR say, and what of it may be mapped. */
class PciBarTest {
    private static final int ADDRESS = 3 << 3;

    private final Simulation machine = Simulation.sequential();
    private final PciFunctionModel model = new PciFunctionModel(0x1AF4, 0x1042, 1, 0);
    private final PciFunction function = new PciFunction(machine.pci(), ADDRESS);
    private final PhysMapper mapper = new KernelPhysMapper(machine.addressMap());

    PciBarTest() {
        machine.pci().add(ADDRESS, model);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(model.violations()).isEmpty();
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0x10", "1, 0x80", "4, 0x1000", "5, 0x80000000"})
    void aBarOf32BitsHasItsBaseAndSize(int index, String size) throws DriverException {
        model.bar32(index, 0x8000_0000L, Long.decode(size));
        assertThat(PciBar.locate(function, index)).isEqualTo(new PciBar(false, 0x8000_0000L, Long.decode(size)));
    }

    @Test
    void itsFlagsAreNoPartOfTheAddress() throws DriverException {
        model.bar32(2, 0xFEB0_0000L, 0x1000).put(0x18, 4, 0xFEB0_0008L);
        assertThat(PciBar.locate(function, 2)).isEqualTo(new PciBar(false, 0xFEB0_0000L, 0x1000));
    }

    @ParameterizedTest
    @CsvSource({"0x800000000, 0x4000", "0x1234500000000000, 0x100000000", "0x80000000, 0x10"})
    void aBarOf64BitsHasTwoRegisters(String base, String size) throws DriverException {
        model.bar4(Long.decode(base), Long.decode(size));
        assertThat(PciBar.locate(function, 4)).isEqualTo(new PciBar(false, Long.decode(base), Long.decode(size)));
        assertThat(model.get(PciFunctionModel.BAR_4, 8)).as("as firmware left it").isEqualTo(Long.decode(base) | 0xC);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "4, true", "256, false", "256, true"})
    void aBarOfPortsMayKnowOf16BitsOnly(int size, boolean halved) throws DriverException {
        model.ports(1, 0xC000, size);
        if (halved) {
            model.decode16Bits(1);
        }
        assertThat(PciBar.locate(function, 1)).isEqualTo(new PciBar(true, 0xC000, size));
    }

    @Test
    void theFunctionAnswersToNothingWhileItsBarsAreLookedAtAndAsBeforeAfterwards() throws DriverException {
        model.bar32(0, 0xFEB0_0000L, 0x1000);
        function.changeCommand(0x0507, 0);
        PciBar.locate(function, 0);
        assertThat(model.get(4, 2)).isEqualTo(0x0507);
    }

    @Test
    void whatABarDecodesIsSwitchedOnByItsBit() {
        assertThat(new PciBar(true, 0xC000, 64).decoding()).isEqualTo(1);
        assertThat(new PciBar(false, 0xC000, 64).decoding()).isEqualTo(2);
    }

    @Test
    void aStructureMayReachToTheLastByteOfItsBar() throws DriverException {
        machine.addressMap().add("registers", 0x1000, 0x1000, new Silent());
        PciBar bar = new PciBar(false, 0x1000, 0x1000);
        Window window = bar.map(mapper, 0xFF0, 0x10);
        assertThat(machine.trace().toString()).contains("MAP 0 0x1ff0 0x10");
        mapper.unmap(window);
        Refusal.expect(Errno.ERANGE, () -> bar.map(mapper, 0xFF1, 0x10));
        Refusal.expect(Errno.ERANGE, () -> bar.map(mapper, 0xFFFF_FFFFL, 0x10));
    }

    @Test
    void thereAre65536Ports() throws DriverException {
        machine.addressMap().addPorts("last ports", 0xFFF0, 0x10, new Silent());
        Window window = new PciBar(true, 0xFFF0, 0x10).map(mapper, 0, 0x10);
        mapper.unmap(window);
        Refusal.expect(Errno.ERANGE, () -> new PciBar(true, 0xFFF0, 0x20).map(mapper, 0, 0x11));
        Refusal.expect(Errno.ERANGE, () -> new PciBar(true, 0x1_0000, 0x20).map(mapper, 0, 4));
    }

    @Test
    void anAddressThatWrapsIsRefused() {
        Refusal.expect(Errno.EOVERFLOW, () -> new PciBar(false, -0x1000, 0x2000).map(mapper, 0x1000, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void otherTypesAreNotKnown(int type) {
        model.put(0x10, 4, 0xFEB0_0000L | type);
        Refusal.expect(Errno.EOPNOTSUPP, () -> PciBar.locate(function, 0));
    }

    @Test
    void theLastRegisterHasNoSecondHalf() {
        model.put(0x24, 4, 0xFEB0_0004L);
        Refusal.expect(Errno.EOPNOTSUPP, () -> PciBar.locate(function, 5));
    }

    /** Registers that nobody reads. */
    private static final class Silent implements RegisterDevice {
        @Override
        public long read(long offset, int width) {
            return 0;
        }

        @Override
        public void write(long offset, int width, long value) {
            throw new AssertionError("nobody writes here");
        }
    }
}
