// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.VirtioMmioModel;

/** What a driver may ask the kernel to map. */
class KernelPhysMapperTest {
    private final Simulation machine = Simulation.sequential();
    private final PhysMapper mapper = new KernelPhysMapper(machine.addressMap());
    private final VirtioMmioModel device =
            new VirtioMmioModel(machine.deviceMemory(), new BlockModel(machine.deviceMemory()), 2);

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({"0x1000, 0", "0xffffffffffffffff, 2", "0xfffffffffffff000, 0x2000", "1, 0xffffffffffffffff"})
    void memoryThatIsEmptyOrWrapsAroundIsRefused(String physical, String length) {
        Refusal.expect(Errno.EINVAL, () -> mapper.map(
                Long.parseUnsignedLong(physical.replaceFirst("^0x", ""), 16),
                Long.parseUnsignedLong(length.replaceFirst("^0x", ""), 16)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0x1000, 0", "0xffffffffffffffff, 0"})
    void theKernelIsNotAskedForNothing(String physical, long length) {
        Journal journal = new Journal();
        PhysMapper watched = new KernelPhysMapper(journal.of(WindowMapper.class, machine.addressMap()));
        Refusal.expect(Errno.EINVAL, () -> watched.map(Long.parseUnsignedLong(physical.replaceFirst("^0x", ""), 16), length));
        assertThat(journal.take()).isEmpty();
    }

    @Test
    void theLastByteOfAllMayBeMapped() throws DriverException {
        Journal journal = new Journal();
        PhysMapper watched = new KernelPhysMapper(journal.of(WindowMapper.class, machine.addressMap()));
        Refusal.expect(Errno.EINVAL, () -> watched.map(-0x1000, 0x1000));
        assertThat(journal.take()).as("it is the kernel that has nothing there").containsExactly("map(-4096, 4096)");
    }

    @ParameterizedTest
    @CsvSource({"0xfff0, 0x10, true", "0xfff0, 0x11, false", "1, 0x10000, false", "0xffff, 1, true"})
    void portsEndAt65535(String port, String length, boolean fits) throws DriverException {
        machine.addressMap().addPorts("device", 0xFF00, 0x100, device);
        if (fits) {
            Window window = mapper.mapPorts(Integer.decode(port), Integer.decode(length));
            assertThat(window.length()).isEqualTo(Long.decode(length));
            mapper.unmap(window);
        } else {
            Refusal.expect(Errno.EINVAL, () -> mapper.mapPorts(Integer.decode(port), Integer.decode(length)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0xfff0, 0x11", "1, 0x10000", "0xffff, 2"})
    void theKernelIsNotAskedForPortsThatAreNone(String port, String length) {
        Journal journal = new Journal();
        PhysMapper watched = new KernelPhysMapper(journal.of(WindowMapper.class, machine.addressMap()));
        Refusal.expect(Errno.EINVAL, () -> watched.mapPorts(Integer.decode(port), Integer.decode(length)));
        assertThat(journal.take()).isEmpty();
    }
}
