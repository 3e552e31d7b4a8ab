// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.virtio.model.PciInterruptModel;
import vireo.virtio.model.TransportModel;
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.PciFunctionModel;
import vireo.virtio.model.VirtioLegacyPciModel;
import vireo.virtio.model.VirtioPciModel;

/** How virtio PCI functions interrupt, by vectors and by lines, through the modern and through the legacy interface. */
class VirtioPciInterruptsTest {
    private static final int ADDRESS = 4 << 3;
    private static final int LINE = 11;
    private static final int COMMAND = 0x04;
    private static final int INTX_DISABLE = 0x400;
    private static final int NONE = PciInterruptModel.NO_VECTOR;

    private TestKernel kernel;
    private TransportModel device;
    private PciFunctionModel function;
    private PciInterruptModel interrupts;

    @BeforeEach
    void makeKernel() {
        kernel = new TestKernel();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        kernel.close();
        assertThat(interrupts.usesVectors()).as("vectors of a released function").isFalse();
        assertThat(function.masters()).as("a released function's access to memory").isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Conforms("drv.pci.isr.1")
    @Conforms("drv.pci.msix.5")
    void aDiskWithVectorsSendsMessagesAndItsStatusIsNotAskedFor(boolean legacy) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), 3);
        assertReads();
        assertThat(interrupts.configVector()).isZero();
        assertThat(interrupts.queueVector(0)).isEqualTo(1);
        assertThat(kernel.machine().interrupts().delivered()).isPositive();
        assertThat(interrupts.statusReads()).isZero();
        assertThat(function.get(COMMAND, 2) & INTX_DISABLE).as("the line stays off").isNotZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Conforms("drv.pci.msix.2")
    void aDiskWithoutVectorsUsesItsLineWhichReadingTheStatusEnds(boolean legacy) throws DriverException {
        plug(legacy);
        interrupts.line(kernel.machine().interrupts(), LINE);
        assertReads();
        assertThat(kernel.machine().interrupts().delivered()).isPositive();
        assertThat(interrupts.statusReads()).isPositive();
        assertThat(kernel.machine().interrupts().isLineHigh(LINE)).isFalse();
        assertThat(function.get(COMMAND, 2) & INTX_DISABLE).as("the line is on").isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, 2, 1", "false, 1, 0", "true, 2, 1", "true, 1, 0"})
    @Conforms("drv.pci.msix.1")
    @Conforms("drv.pci.msix.3")
    @Conforms("drv.pci.msix.4")
    void noVectorBeyondTheTableIsUsed(boolean legacy, int tableSize, int queueVector) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), tableSize);
        assertReads();
        assertThat(interrupts.configVector()).isZero();
        assertThat(interrupts.queueVector(0)).isEqualTo(queueVector);
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 1", "true, 0", "true, 1"})
    @Conforms("drv.pci.msix.5")
    @Conforms("drv.pci.msix.6")
    void aDeviceThatHasNoRoomForVectorsFallsBackToItsLine(boolean legacy, int room) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), 8).line(kernel.machine().interrupts(), LINE);
        interrupts.acceptVectors(room);
        assertReads();
        assertThat(interrupts.usesVectors()).isFalse();
        assertThat(interrupts.configVector()).isEqualTo(NONE);
        assertThat(interrupts.statusReads()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKernelThatHasNoVectorsToGiveLeavesTheLine(boolean legacy) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), 8).line(kernel.machine().interrupts(), LINE);
        kernel.machine().pci().grantAtMost(0);
        assertReads();
        assertThat(interrupts.statusReads()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPolledDeviceHasNoInterruptSwitchedOn(boolean legacy) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), 8).line(kernel.machine().interrupts(), LINE);
        assertThat(VirtioPci.probePciDevices(kernel.machine().pci(), 0, kernel.polling(), kernel)).isEqualTo(1);
        byte[] sector = new byte[512];
        kernel.disk().readBytes(1, sector);
        assertThat(interrupts.usesVectors()).isFalse();
        assertThat(function.get(COMMAND, 2) & INTX_DISABLE).isNotZero();
        assertThat(kernel.machine().interrupts().delivered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, 3", "false, 0", "true, 3", "true, 0"})
    void releasingGivesVectorsBackAndLeavesTheLineOff(boolean legacy, int tableSize)
            throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), tableSize).line(kernel.machine().interrupts(), LINE);
        function.put(COMMAND, 2, 0x0003);
        assertReads();
        kernel.disks().remove(0).release();
        assertThat(interrupts.configVector()).isEqualTo(NONE);
        assertThat(interrupts.queueVector(0)).isEqualTo(NONE);
        assertThat(kernel.machine().interrupts().requested()).isZero();
        assertThat(function.get(COMMAND, 2)).as("whatever the device says, nobody listens").isEqualTo(0x0003 | INTX_DISABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Conforms("drv.pci.cfgirq.1")
    void oneMessageForEverythingCoversQueuesAndConfiguration(boolean legacy) throws DriverException {
        Transport transport = open(legacy, 1, true);
        assertThat(transport.enableVectors(4)).isEqualTo(1);
        assertThat(transport.assignConfigVector(0)).isTrue();
        assertThat(transport.assignQueueVector(0, 0)).isTrue();
        assertThat(transport.interruptNumber(0)).isGreaterThanOrEqualTo(1024);
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(1));
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Conforms("drv.pci.msix.4")
    void vectorsThatAreNotEnabledAreNotWrittenToTheDevice(boolean legacy) throws DriverException {
        Transport transport = open(legacy, 4, true);
        assertThat(transport.enableVectors(2)).isEqualTo(2);
        int before = device.registerAccesses();
        assertThat(transport.assignConfigVector(2)).isFalse();
        assertThat(transport.assignQueueVector(0, 8)).isFalse();
        assertThat(device.registerAccesses()).isEqualTo(before);
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(2));
        transport.disableVectors();
        assertThat(transport.assignConfigVector(0)).isFalse();
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLineIsVectorZeroAndThereIsNoOther(boolean legacy) throws DriverException {
        Transport transport = open(legacy, 0, true);
        assertThat(transport.enableVectors(9)).isZero();
        assertThat(transport.interruptNumber(0)).isEqualTo(LINE);
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(1));
        transport.disableVectors();
        assertThat(function.get(COMMAND, 2) & INTX_DISABLE).isNotZero();
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFunctionWithoutAnyInterruptSaysSo(boolean legacy) throws DriverException {
        Transport transport = open(legacy, 0, false);
        assertThat(transport.enableVectors(2)).isZero();
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(0));
        transport.release();
    }

    /** The device was not reset yet: firmware may have left it with something to say, on a line that others share. */
    @ParameterizedTest
    @CsvSource({"false, 3", "false, 0", "true, 3", "true, 0"})
    void askingWhetherThereIsAnInterruptSwitchesNoneOn(boolean legacy, int tableSize) throws DriverException {
        Transport transport = open(legacy, tableSize, true);
        assertThat(InterruptWait.isPossible(transport)).isTrue();
        assertThat(function.get(COMMAND, 2) & INTX_DISABLE).as("the line").isNotZero();
        assertThat(interrupts.usesVectors()).isFalse();
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takingVectorsBackTellsTheDeviceFirst(boolean legacy) throws DriverException {
        Transport transport = open(legacy, 4, true);
        assertThat(transport.enableVectors(2)).isEqualTo(2);
        assertThat(transport.assignConfigVector(0)).isTrue();
        assertThat(transport.assignQueueVector(0, 1)).isTrue();
        transport.disableVectors();
        assertThat(interrupts.configVector()).isEqualTo(NONE);
        assertThat(interrupts.queueVector(0)).isEqualTo(NONE);
        transport.disableVectors();
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void vectorsThatWereNotTakenBackEndWithTheTransport(boolean legacy) throws DriverException {
        Transport transport = open(legacy, 4, true);
        assertThat(transport.enableVectors(2)).isEqualTo(2);
        transport.release();
        assertThat(kernel.machine().pci().leaks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 3", "true, 0", "true, 3"})
    void spuriousInterruptsChangeNothing(boolean legacy, int tableSize) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), tableSize).line(kernel.machine().interrupts(), LINE);
        assertReads();
        for (int i = 0; i < 3; i++) {
            interrupts.queueUsed(0);
            interrupts.configurationChanged();
            if (tableSize == 0) {
                kernel.machine().interrupts().raise(LINE); // The line of another device.
            }
            kernel.machine().interrupts().deliver();
        }
        kernel.disk().flush();
        assertThat(device.block().served()).endsWith("flush");
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 3", "true, 0", "true, 3"})
    void aDeviceWhoseInterruptsAreLostIsNotWaitedForForEver(boolean legacy, int tableSize) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), tableSize).line(kernel.machine().interrupts(), LINE);
        probe();
        device.loseInterrupts();
        device.block().keep(true);
        Refusal.expect(Errno.ETIMEDOUT, () -> kernel.disk().flush());
        assertThat(device.status()).as("reset").isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLineThatNeverSaysWhyIsNotOurs(boolean legacy) throws DriverException {
        plug(legacy);
        interrupts.line(kernel.machine().interrupts(), LINE);
        probe();
        interrupts.hideReasons();
        interrupts.hold(1);
        kernel.machine().interrupts().deliver();
        assertThat(kernel.machine().interrupts().spurious(LINE)).isEqualTo(1);
    }

    private void plug(boolean legacy) {
        BlockModel disk = new BlockModel(kernel.machine().deviceMemory());
        if (legacy) {
            disk.features(BlockModel.BLK_SIZE | BlockModel.FLUSH);
            VirtioLegacyPciModel model =
                    kernel.watch(new VirtioLegacyPciModel(kernel.machine().deviceMemory(), 0xC000, disk));
            kernel.machine().addressMap().addPorts("legacy disk", 0xC000, VirtioLegacyPciModel.BAR_SIZE, model);
            take(model, model.function(), model.interrupts());
        } else {
            VirtioPciModel model =
                    kernel.watch(new VirtioPciModel(kernel.machine().deviceMemory(), 0x8_0000_0000L, disk));
            kernel.machine().addressMap().add("disk", 0x8_0000_0000L, VirtioPciModel.BAR_SIZE, model);
            take(model, model.function(), model.interrupts());
        }
    }

    private void take(TransportModel model, PciFunctionModel itsFunction, PciInterruptModel itsInterrupts) {
        device = model;
        function = itsFunction;
        interrupts = itsInterrupts;
        kernel.machine().pci().add(ADDRESS, function, interrupts);
    }

    private Transport open(boolean legacy, int tableSize, boolean hasLine) throws DriverException {
        plug(legacy);
        interrupts.table(kernel.machine().interrupts(), tableSize);
        if (hasLine) {
            interrupts.line(kernel.machine().interrupts(), LINE);
        }
        PciFunction opened = new PciFunction(kernel.machine().pci(), ADDRESS);
        return legacy
                ? new VirtioLegacyPciTransport(opened, kernel.mapper())
                : new VirtioPciTransport(opened, kernel.mapper());
    }

    private void probe() {
        assertThat(VirtioPci.probePciDevices(kernel.machine().pci(), 0, kernel.interrupting(), kernel))
                .as(kernel.logged()).isEqualTo(1);
    }

    /** Brings the disk up, and reads from it while it answers beside the driver, so that the driver has to sleep. */
    private void assertReads() throws DriverException {
        probe();
        device.serveBeside();
        kernel.machine().concurrently(device::step);
        byte[] sectors = new byte[1024];
        kernel.disk().readBytes(2, sectors);
        assertThat(sectors).isEqualTo(device.block().disk().read(2, 1024));
    }
}
