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
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.MemoryOrder;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.VirtioMmioModel;

/** The legacy transport in memory against a device model, register by register. */
class VirtioLegacyMmioTransportTest {
    private static final long BASE = 0xA00_0000L;
    private static final long LINE = 48;

    private TestKernel kernel;
    private BlockModel block;
    private VirtioMmioModel model;

    @BeforeEach
    void makeKernel() {
        plug(Simulation.sequential());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        kernel.close();
    }

    @Test
    @Conforms("drv.basic.feat-legacy.1")
    @Conforms("drv.basic.feat-legacy.2")
    @Conforms("drv.basic.init.16")
    void aDiskComesUpWithoutConfirmingFeatures() throws DriverException {
        probe(kernel.polling());
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 7);
        assertThat(kernel.names()).containsExactly("virtio-blk0 at 0x0a000000");
        assertReads();
    }

    @Test
    @Conforms("drv.split.legacy.2")
    @Conforms("drv.split.legacy.3")
    void theQueueIsPlacedByItsPageAfterItsSizeAndAlignment() {
        probe(kernel.polling());
        List<Long> offsets = kernel.machine().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_WRITE).map(access -> access.address() - BASE).toList();
        assertThat(offsets).endsWith(0x30L, 0x38L, 0x3CL, 0x40L, 0x70L);
        assertThat(offsets.indexOf(0x28L)).as("the page size").isLessThan(offsets.indexOf(0x40L));
        assertThat(model.queue().size()).isEqualTo(128);
    }

    @Test
    void aDiskThatInterruptsIsAcknowledged() throws DriverException {
        probe(kernel.interrupting());
        model.serveBeside();
        kernel.machine().concurrently(model::step);
        assertReads();
        assertThat(kernel.machine().interrupts().delivered()).isPositive();
        assertThat(kernel.machine().interrupts().isLineHigh(LINE)).isFalse();
    }

    @Test
    void featuresAbove31AreNeitherReadNorAccepted() {
        block.features(block.offeredFeatures() | 1L << Feature.VERSION_1);
        probe(kernel.polling());
        assertThat(model.driverFeatures()).isLessThan(1L << 32);
    }

    @Test
    @Conforms("drv.split.legacy.4")
    void aBigEndianProcessorRefusesLegacyDevices() {
        kernel.close();
        plug(new Simulation(MemoryOrder.sequential(), ByteOrder.BIG_ENDIAN));
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel)).isZero();
        assertThat(kernel.logged()).contains("little-endian processors only").contains("EOPNOTSUPP, skipped");
    }

    @ParameterizedTest
    @CsvSource({
        "0x1001, 0x1101, 0x3000", // the table starts no page
        "0x1000, 0x1102, 0x3000", // the available ring is not behind the table
        "0x1000, 0x1100, 0x1130", // the used ring starts no page
        "0x1000, 0x1100, 0x4000",
        "0, 0x100, 0x1000", // page 0 means no queue
    })
    @Conforms("drv.split.legacy.3")
    void aQueueThatLiesOtherwiseIsRefused(String descriptors, String available, String used) throws DriverException {
        VirtioLegacyMmioTransport transport = open();
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(
                0, 16, Long.decode(descriptors), Long.decode(available), Long.decode(used)));
        assertThat(model.registerAccesses()).isZero();
        transport.release();
    }

    @Test
    void aQueueBeyondTheReachOfAPageNumberIsRefused() throws DriverException {
        VirtioLegacyMmioTransport transport = open();
        long table = 1L << 44;
        Refusal.expect(Errno.ERANGE, () -> transport.enableQueue(0, 16, table, table + 0x100, table + 0x1000));
        assertThat(kernel.logged()).contains("below 2^44");
        transport.release();
    }

    @Test
    void aDeviceThatRefusesItsQueueIsReported() {
        model.refuseQueues();
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel)).isZero();
        assertThat(kernel.logged()).contains("does not take queue 0").contains("EIO, skipped");
    }

    @Test
    void aQueueThatIsInUseAlreadyIsNotTouched() throws DriverException {
        VirtioLegacyMmioTransport transport = open();
        transport.reset();
        transport.addStatus(DeviceStatus.ACKNOWLEDGE);
        transport.addStatus(DeviceStatus.DRIVER);
        transport.enableQueue(0, 16, 0x1000, 0x1100, 0x2000);
        Refusal.expect(Errno.EBUSY, () -> transport.enableQueue(0, 16, 0x1000, 0x1100, 0x2000));
        Refusal.expect(Errno.EINVAL, () -> {
            transport.reset();
            transport.enableQueue(0, 256, 0x1000, 0x2000, 0x3000);
        });
        transport.reset();
        transport.release();
    }

    @Test
    void itIsALegacyDeviceWithQueuesOfTheDriversSizeAndNoGeneration() throws DriverException {
        VirtioLegacyMmioTransport transport = open();
        assertThat(transport.isLegacy()).isTrue();
        assertThat(transport.hasFixedQueueSizes()).isFalse();
        assertThat(transport.configGeneration()).isZero();
        assertThat(transport.enableVectors(2)).isZero();
        assertThat(transport.interruptNumber(0)).isEqualTo(LINE);
        transport.disableVectors();
        transport.release();
    }

    private void plug(Simulation machine) {
        kernel = new TestKernel(machine);
        block = new BlockModel(machine.deviceMemory()).features(BlockModel.BLK_SIZE | BlockModel.FLUSH);
        model = kernel.watch(new VirtioMmioModel(machine.deviceMemory(), block, 1)).line(machine.interrupts(), LINE);
        machine.addressMap().add("virtio-mmio", BASE, VirtioMmioModel.SIZE, model);
    }

    private void probe(KernelServices services) {
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, services, kernel))
                .as(kernel.logged()).isEqualTo(1);
    }

    private VirtioLegacyMmioTransport open() throws DriverException {
        return new VirtioLegacyMmioTransport(new MmioPlace(BASE, VirtioMmioModel.SIZE, LINE), kernel.mapper());
    }

    private void assertReads() throws DriverException {
        byte[] sectors = new byte[1024];
        kernel.disk().readBytes(2, sectors);
        assertThat(sectors).isEqualTo(block.disk().read(2, 1024));
    }
}
