// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.MemoryOrder;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.VirtioLegacyPciModel;

/** The legacy PCI transport against a device model, register by register. */
class VirtioLegacyPciTransportTest {
    private static final int ADDRESS = 4 << 3;
    private static final int PORT = 0xC040;
    private static final long TRACED_PORT = 1L << 63 | PORT;
    private static final int COMMAND = 0x04;

    private TestKernel kernel;
    private BlockModel block;
    private VirtioLegacyPciModel model;

    @BeforeEach
    void makeKernel() {
        plug(Simulation.sequential());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        kernel.close();
        assertThat(model.function().masters()).as("a released function's access to memory").isFalse();
    }

    @Test
    @Conforms("drv.pci.detect.1")
    @Conforms("drv.pci.detect.2")
    @Conforms("drv.pci.layout.5")
    @Conforms("drv.basic.init.16")
    @Conforms("drv.basic.feat-legacy.2")
    @Conforms("drv.basic.conf.4")
    @Conforms("drv.basic.conf.5")
    void aDiskWithoutCapabilitiesIsDrivenThroughItsPorts() throws DriverException {
        probe(kernel.polling());
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 7);
        assertThat(kernel.names()).containsExactly("virtio-blk0 at 00:04.0");
        assertReads();
    }

    @Test
    void aReadCostsOneAccessToADoorbellOf16Bits() throws DriverException {
        probe(kernel.polling());
        int before = model.registerAccesses();
        assertReads();
        assertThat(model.registerAccesses() - before).isEqualTo(1);
    }

    @Test
    @Conforms("drv.split.legacy.1")
    @Conforms("drv.split.legacy.2")
    @Conforms("drv.split.legacy.3")
    void theQueueHasTheDevicesSizeAndIsPlacedByItsPage() {
        model.limitQueueSize(256);
        probe(kernel.polling());
        assertThat(model.queue().size()).isEqualTo(256);
        List<Long> offsets = writes().stream().map(access -> access.address() - TRACED_PORT).toList();
        assertThat(offsets).endsWith(0x0EL, 0x08L, 0x12L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 512, 1024})
    void aQueueOfASizeThatTheDriverDoesNotSupportIsReported(int size) {
        model.limitQueueSize(size);
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("queue 0 has " + size + " descriptors").contains("EOPNOTSUPP, skipped");
    }

    @Test
    void aQueueWhoseSizeIsNoPowerOfTwoIsReported() {
        model.limitQueueSize(100);
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("EINVAL, skipped");
    }

    @ParameterizedTest
    @CsvSource({"0, 0x14", "2, 0x18"})
    @Conforms("drv.pci.layout.7")
    void theConfigurationIsBehindTheRegistersThatThereAre(int vectors, String start) throws DriverException {
        model.interrupts().table(kernel.machine().interrupts(), vectors);
        VirtioLegacyPciTransport transport = open();
        assertThat(transport.enableVectors(2)).isEqualTo(vectors);
        kernel.machine().trace().clear();
        var window = transport.mapConfig(BlkConfig.SIZE);
        assertThat(window.bind(BlkConfig.class, 0).capacity().read()).isEqualTo(64);
        transport.unmapConfig(window);
        assertThat(kernel.machine().trace().accesses().get(0).address() - TRACED_PORT).isEqualTo(Long.decode(start));
        transport.release();
    }

    @Test
    void aConfigurationThatLeavesTheBarIsRefused() throws DriverException {
        VirtioLegacyPciTransport transport = open();
        Refusal.expect(Errno.ERANGE, () -> transport.mapConfig(VirtioLegacyPciModel.BAR_SIZE - 0x13));
        assertThat(kernel.logged()).contains("leaves its BAR of 0x40 bytes");
        transport.release();
    }

    @Test
    void aBarInMemoryIsTakenToo() throws DriverException {
        model.function().bar32(0, 0xFEB0_0000L, 0x1000);
        kernel.machine().addressMap().add("legacy disk in memory", 0xFEB0_0000L, 0x1000, model);
        probe(kernel.polling());
        assertReads();
        assertThat(model.function().decodesMemory()).isTrue();
    }

    @Test
    void aFunctionThatDecodes16BitsOfAPortWorks() throws DriverException {
        model.function().decode16Bits(0);
        probe(kernel.polling());
        assertReads();
    }

    @Test
    void aBarWithoutRoomForTheRegistersIsRefused() {
        model.function().ports(0, PORT, 16);
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("a structure of 0x18 bytes at 0x0 leaves its BAR").contains("ERANGE, skipped");
    }

    @Test
    void aMachineWithoutPortsSaysSo() {
        kernel.close();
        kernel = new TestKernel();
        kernel.machine().pci().add(ADDRESS, model.function());
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("I/O ports from 0xc040 cannot be mapped").contains("EOPNOTSUPP, skipped");
        assertThat(model.function().get(COMMAND, 2)).as("the command register is what it was").isZero();
    }

    @Test
    @Conforms("drv.split.legacy.4")
    void aBigEndianProcessorRefusesLegacyDevices() {
        kernel.close();
        plug(new Simulation(MemoryOrder.sequential(), ByteOrder.BIG_ENDIAN));
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("little-endian processors only").contains("EOPNOTSUPP, skipped");
        assertThat(model.registerAccesses()).isZero();
    }

    @Test
    void featuresAbove31AreNeitherReadNorAccepted() {
        block.features(block.offeredFeatures() | 1L << Feature.VERSION_1);
        probe(kernel.polling());
        assertThat(model.driverFeatures()).isEqualTo(BlockModel.BLK_SIZE | BlockModel.FLUSH);
    }

    @Test
    void aDeviceThatRefusesItsQueueIsReported() {
        model.refuseQueues();
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("does not take queue 0 at page 0x").contains("EIO, skipped");
        assertThat(model.status() & DeviceStatus.FAILED).isNotZero();
    }

    @Test
    void aQueueThatIsInUseAlreadyIsNotTouched() throws DriverException {
        VirtioLegacyPciTransport transport = open();
        transport.reset();
        transport.addStatus(DeviceStatus.ACKNOWLEDGE);
        transport.addStatus(DeviceStatus.DRIVER);
        transport.enableQueue(0, 128, 0x10000, 0x10800, 0x11000);
        Refusal.expect(Errno.EBUSY, () -> transport.enableQueue(0, 128, 0x10000, 0x10800, 0x11000));
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(0, 64, 0x10000, 0x10400, 0x11000));
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(0, 128, 0x10000, 0x10800, 0x12000));
        Refusal.expect(Errno.ERANGE, () -> transport.enableQueue(
                0, 128, 1L << 44, (1L << 44) + 0x800, (1L << 44) + 0x1000));
        transport.reset();
        transport.release();
    }

    @Test
    void aResetThatDoesNotEndIsGivenUpInTime() {
        model.resetAfterReads(Integer.MAX_VALUE);
        assertThat(tryProbe(kernel.polling())).isZero();
        assertThat(kernel.logged()).contains("does not confirm its reset within 1000 ms").contains("ETIMEDOUT, skipped");
    }

    @Test
    void itIsALegacyDeviceWithQueuesOfItsOwnSizeAndNoGeneration() throws DriverException {
        VirtioLegacyPciTransport transport = open();
        assertThat(transport.isLegacy()).isTrue();
        assertThat(transport.hasFixedQueueSizes()).isTrue();
        assertThat(transport.configGeneration()).isZero();
        assertThat(transport.maxQueueSize(0)).isEqualTo(128);
        assertThat(transport.maxQueueSize(1)).isZero();
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whicheverMappingFailsNothingIsLeftBehind(int successes) {
        kernel.machine().addressMap().failMappingAfter(successes);
        assertThat(tryProbe(kernel.polling())).isEqualTo(kernel.logged().contains("ENOMEM") ? 0 : 1);
    }

    private void plug(Simulation machine) {
        kernel = new TestKernel(machine);
        block = new BlockModel(machine.deviceMemory()).features(BlockModel.BLK_SIZE | BlockModel.FLUSH);
        model = kernel.watch(new VirtioLegacyPciModel(machine.deviceMemory(), PORT, block));
        machine.addressMap().addPorts("legacy disk", PORT, VirtioLegacyPciModel.BAR_SIZE, model);
        machine.pci().add(ADDRESS, model.function(), model.interrupts());
    }

    private void probe(KernelServices services) {
        assertThat(tryProbe(services)).as(kernel.logged()).isEqualTo(1);
    }

    private long tryProbe(KernelServices services) {
        return VirtioPci.probePciDevices(kernel.machine().pci(), 0, services, kernel);
    }

    private VirtioLegacyPciTransport open() throws DriverException {
        return new VirtioLegacyPciTransport(new PciFunction(kernel.machine().pci(), ADDRESS), kernel.mapper());
    }

    private void assertReads() throws DriverException {
        byte[] sectors = new byte[1024];
        kernel.disk().readBytes(2, sectors);
        assertThat(sectors).isEqualTo(block.disk().read(2, 1024));
    }

    private List<Access> writes() {
        return kernel.machine().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_WRITE).toList();
    }
}
