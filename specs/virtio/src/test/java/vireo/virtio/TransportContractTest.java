// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.QueuesModel;
import vireo.virtio.model.TransportModel;

/** What every transport does alike, with a device that has several queues. */
class TransportContractTest {
    private static final int QUEUES = 3;
    private static final int QUEUE_SIZE = 16;
    private static final int SEEDS = 40;

    private final TestKernel kernel = new TestKernel();
    private QueuesModel device;
    private TransportModel model;
    private Transport transport;

    @AfterEach
    void nothingIsLeftBehind() {
        if (transport != null) {
            transport.release();
        }
        kernel.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachQueueHasItsPlaceAndItsDoorbell(TransportKind kind) throws DriverException {
        open(kind);
        KernelDma dma = new KernelDma(kernel.machine().arena());
        List<VirtQueue> queues = enable(kind, dma);
        transport.addStatus(DeviceStatus.DRIVER_OK);
        for (int index : new int[] {2, 0, 1, 2}) {
            VirtQueue queue = queues.get(index);
            int head = queue.addReadable(0x5000, 16);
            queue.publish();
            transport.notifyQueue(index);
            assertThat(queue.takeUsed().head()).as("the chain of queue %d", index).isEqualTo(head);
        }
        assertThat(device.served()).containsExactly(2, 0, 1, 2);
        assertThat(model.doorbells()).isEqualTo(4);
        transport.reset();
        queues.forEach(queue -> queue.release(dma));
        assertThat(dma.held()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void eachQueueHasItsSize(TransportKind kind) throws DriverException {
        open(kind);
        for (int index = 0; index < Transport.MAX_QUEUES; index++) {
            assertThat(transport.maxQueueSize(index)).as("queue %d", index).isEqualTo(index < QUEUES ? QUEUE_SIZE : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PCI", "LEGACY_PCI"})
    @Conforms("drv.pci.msix.5")
    void eachQueueHasItsVectorUntilTheyAreTakenBack(TransportKind kind) throws DriverException {
        open(kind);
        assertThat(transport.enableVectors(QUEUES + 1)).isEqualTo(QUEUES + 1);
        assertThat(transport.assignConfigVector(0)).isTrue();
        List<Long> numbers = new ArrayList<>();
        for (int index = 0; index < QUEUES; index++) {
            assertThat(transport.assignQueueVector(index, index + 1)).isTrue();
            numbers.add(transport.interruptNumber(index + 1));
        }
        assertThat(numbers).doesNotHaveDuplicates();
        KernelDma dma = new KernelDma(kernel.machine().arena());
        List<VirtQueue> queues = enable(kind, dma);
        transport.addStatus(DeviceStatus.DRIVER_OK);
        List<Integer> heard = new ArrayList<>();
        List<InterruptHandler> handlers = new ArrayList<>();
        for (int index = 0; index < QUEUES; index++) {
            InterruptHandler handler = source -> heard.add((int) source);
            handlers.add(handler);
            kernel.machine().interrupts().request(numbers.get(index), handler, index);
        }
        for (int index : new int[] {1, 2, 0}) {
            queues.get(index).letInterrupt();
            queues.get(index).addReadable(0x5000, 16);
            queues.get(index).publish();
            transport.notifyQueue(index);
            kernel.machine().interrupts().deliver();
        }
        assertThat(heard).containsExactly(1, 2, 0);
        handlers.forEach(kernel.machine().interrupts()::release);
        transport.reset();
        transport.disableVectors();
        queues.forEach(queue -> queue.release(dma));
    }

    @ParameterizedTest
    @EnumSource
    @Conforms("drv.mmio.regs.5")
    @Conforms("drv.mmio.regs.6")
    @Conforms("drv.mmio.regs.7")
    @Conforms("drv.pci.layout.1")
    @Conforms("drv.pci.layout.2")
    @Conforms("drv.pci.layout.3")
    void theConfigurationIsReadInTheWidthsOfItsFields(TransportKind kind) throws DriverException {
        open(kind);
        Window window = transport.mapConfig(BlkConfig.SIZE);
        BlkConfig config = window.bind(BlkConfig.class, 0);
        kernel.machine().trace().clear();
        assertThat(config.capacity().read()).isEqualTo(0x0807_0605_0403_0201L);
        assertThat(config.sizeMax().read()).isEqualTo(0x0C0B_0A09L);
        assertThat(config.cylinders().read()).isEqualTo(0x1211);
        assertThat(config.heads().read()).isEqualTo(0x13);
        assertThat(kernel.machine().trace().accesses()).extracting("width").containsExactly(4, 4, 4, 2, 1);
        transport.unmapConfig(window);
    }

    @ParameterizedTest
    @EnumSource
    @Conforms("drv.basic.status.2")
    void statusBitsStaySet(TransportKind kind) throws DriverException {
        open(kind);
        assertThat(transport.status()).isZero();
        transport.addStatus(DeviceStatus.ACKNOWLEDGE);
        transport.addStatus(DeviceStatus.DRIVER);
        transport.addStatus(DeviceStatus.FAILED);
        assertThat(transport.status())
                .isEqualTo(DeviceStatus.ACKNOWLEDGE | DeviceStatus.DRIVER | DeviceStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void featuresAreReadAndAcceptedInTheirPlaces(TransportKind kind) throws DriverException {
        open(kind);
        long own = 0x1234_5678L & device.offeredFeatures();
        assertThat(transport.offeredFeatures()).isEqualTo(device.offeredFeatures());
        transport.acceptFeatures(own | kind.features());
        assertThat(model.driverFeatures()).isEqualTo(own | kind.features());
    }

    @ParameterizedTest
    @EnumSource
    @Conforms("drv.basic.init.15")
    void aResetEndsEverything(TransportKind kind) throws DriverException {
        open(kind);
        KernelDma dma = new KernelDma(kernel.machine().arena());
        List<VirtQueue> queues = enable(kind, dma);
        assertThat(model.queue(2)).isNotNull();
        transport.reset();
        assertThat(model.queue(2)).isNull();
        queues.forEach(queue -> queue.release(dma));
    }

    @ParameterizedTest
    @EnumSource
    void theLineSaysWhyOnce(TransportKind kind) throws DriverException {
        open(kind);
        assertThat(transport.interruptNumber(0)).isEqualTo(TransportKind.LINE);
        model.changeConfiguration();
        assertThat(kernel.machine().interrupts().isLineHigh(TransportKind.LINE)).isTrue();
        assertThat(transport.acknowledgeInterrupt()).isEqualTo(IsrStatus.CONFIGURATION);
        assertThat(kernel.machine().interrupts().isLineHigh(TransportKind.LINE)).isFalse();
        assertThat(transport.acknowledgeInterrupt()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"MMIO"}, mode = Mode.EXCLUDE)
    void aQueueOfAnotherSizeThanTheDeviceHasIsRefused(TransportKind kind) throws DriverException {
        open(kind);
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(1, 32, 0x10000, 0x10200, 0x11000));
    }

    /** A disk answers beside a driver that is interrupted wherever it can be. */
    @ParameterizedTest
    @EnumSource
    void interruptsMayComeAnywhere(TransportKind kind) throws DriverException {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (TestKernel machine = new TestKernel(Simulation.weaklyOrdered(seed))) {
                BlockModel disk = new BlockModel(machine.machine().deviceMemory())
                        .features(kind.features() | BlockModel.BLK_SIZE | BlockModel.FLUSH);
                TransportModel served = kind.plug(machine, disk);
                assertThat(kind.probe(machine, machine.interrupting())).as(machine.logged()).isEqualTo(1);
                served.serveBeside();
                machine.machine().concurrently(served::step);
                machine.machine().interrupts().deliverAnywhere(seed);
                byte[] sectors = new byte[1024];
                for (int sector = 0; sector < 32; sector += 2) {
                    machine.disk().readBytes(sector, sectors);
                    assertThat(sectors).as("sectors %d, seed %d", sector, seed).isEqualTo(disk.disk().read(sector, 1024));
                    machine.disk().writeBytes(sector + 32, sectors);
                    assertThat(disk.disk().read(sector + 32, 1024)).isEqualTo(sectors);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MMIO", "LEGACY_MMIO"})
    void aDeviceInMemoryHasALineAndNoVectors(TransportKind kind) throws DriverException {
        open(kind);
        assertThat(transport.enableVectors(1)).isZero();
        assertThat(transport.enableVectors(Transport.MAX_VECTORS)).isZero();
        assertThat(transport.assignConfigVector(0)).isFalse();
        assertThat(transport.assignQueueVector(0, 0)).isFalse();
        assertThat(transport.interruptNumber(0)).isEqualTo(TransportKind.LINE);
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PCI", "LEGACY_PCI"})
    void vectorsThatWereNotEnabledAreAssignedToNobody(TransportKind kind) throws DriverException {
        open(kind);
        assertThat(transport.assignConfigVector(0)).isFalse();
        assertThat(transport.assignQueueVector(0, 0)).isFalse();
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(1));
        assertThat(transport.enableVectors(2)).isEqualTo(2);
        assertThat(transport.assignConfigVector(2)).isFalse();
        assertThat(transport.assignQueueVector(0, 2)).isFalse();
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(2));
        assertThat(transport.assignQueueVector(0, 1)).isTrue();
        transport.disableVectors();
        assertThat(transport.assignQueueVector(0, 1)).isFalse();
        assertThat(transport.interruptNumber(0)).isEqualTo(TransportKind.LINE);
    }

    @ParameterizedTest
    @EnumSource
    void onlyQueuesThatTheDeviceHasAreEnabledAndOnlyOnce(TransportKind kind) throws DriverException {
        open(kind);
        KernelDma dma = new KernelDma(kernel.machine().arena());
        List<VirtQueue> queues = enable(kind, dma);
        VirtQueue first = queues.get(0);
        Refusal.expect(Errno.EBUSY, () -> transport.enableQueue(
                0, first.size(), first.descriptorArea(), first.driverArea(), first.deviceArea()));
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(
                QUEUES, first.size(), first.descriptorArea(), first.driverArea(), first.deviceArea()));
        assertThat(kernel.logged()).contains("queue 0 is in use already");
        transport.reset();
        queues.forEach(queue -> queue.release(dma));
    }

    @ParameterizedTest
    @EnumSource
    void onlyPciDevicesFromBeforeVersion1HaveFixedQueueSizes(TransportKind kind) throws DriverException {
        open(kind);
        assertThat(transport.hasFixedQueueSizes()).isEqualTo(kind == TransportKind.LEGACY_PCI);
        assertThat(transport.isLegacy()).isEqualTo(kind.isLegacy());
    }

    private void open(TransportKind kind) throws DriverException {
        device = new QueuesModel(QUEUES, kind.features() | 0xFFFF_0000L & ~(1L << 31) | 0x5678);
        model = kind.plug(kernel, device);
        model.limitQueueSize(QUEUE_SIZE);
        transport = kind.open(kernel);
        transport.reset();
    }

    /** Agrees on features and enables all queues. */
    private List<VirtQueue> enable(TransportKind kind, KernelDma dma) throws DriverException {
        transport.addStatus(DeviceStatus.ACKNOWLEDGE);
        transport.addStatus(DeviceStatus.DRIVER);
        transport.acceptFeatures(kind.features());
        if (!kind.isLegacy()) {
            transport.addStatus(DeviceStatus.FEATURES_OK);
        }
        List<VirtQueue> queues = new ArrayList<>();
        for (int index = 0; index < QUEUES; index++) {
            VirtQueue queue = new VirtQueue(dma, QUEUE_SIZE, kind.isLegacy(), false);
            transport.enableQueue(
                    index, queue.size(), queue.descriptorArea(), queue.driverArea(), queue.deviceArea());
            queues.add(queue);
        }
        return queues;
    }
}
