// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import vireo.virtio.model.VirtioPciModel;

/** The PCI transport against a device model, register by register. */
class VirtioPciTransportTest {
    private static final int CAP_NOTIFY = VirtioPciModel.CAP_NOTIFY;

    private PciMachine machine;
    private VirtioPciModel model;

    @BeforeEach
    void makeMachine() {
        machine = new PciMachine();
        model = machine.disk();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @Test
    @Conforms("drv.basic.init.2")
    @Conforms("drv.basic.init.3")
    @Conforms("drv.basic.init.4")
    @Conforms("drv.basic.init.6")
    @Conforms("drv.basic.init.9")
    @Conforms("drv.basic.status.2")
    void theDeviceSeesEachStatusBitAddedInOrder() {
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 11, 15);
    }

    @Test
    void anAbandonedDeviceIsMarkedFailedAndKeepsItsOtherBits() {
        model.refuseFeatures();
        assertThat(machine.probe()).isZero();
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 11, 131);
    }

    @Test
    @Conforms("drv.basic.conf.2")
    void aBlockingReadCostsOneRegisterAccess() throws DriverException {
        VirtioBlkDevice disk = open();
        DmaRegion buffer = disk.allocateBuffer(4096);
        int before = model.registerAccesses();
        disk.read(0, buffer, 4096);
        assertThat(model.registerAccesses() - before).as("the doorbell").isEqualTo(1);
        disk.releaseBuffer(buffer);
    }

    @Test
    @Conforms("drv.pci.notify.1")
    @Conforms("drv.pci.notify.3")
    void sixteenRequestsCostOneDoorbellOf16Bits() throws DriverException {
        VirtioBlkDevice disk = open();
        List<BlockRequest> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            requests.add(disk.submitRead(i, disk.allocateBuffer(512), 512));
        }
        machine.simulation().trace().clear();
        disk.kick();
        for (BlockRequest request : requests) {
            disk.releaseBuffer(disk.complete(request));
        }
        List<Access> registers = machine.simulation().trace().accesses().stream()
                .filter(a -> a.kind() == Kind.REGISTER_READ || a.kind() == Kind.REGISTER_WRITE).toList();
        assertThat(registers).hasSize(1);
        assertThat(registers.get(0).width()).isEqualTo(2);
        assertThat(registers.get(0).value()).isZero();
        assertThat(model.doorbells()).isEqualTo(1);
    }

    @Test
    @Conforms("drv.pci.layout.1")
    @Conforms("drv.pci.layout.2")
    @Conforms("drv.pci.layout.3")
    @Conforms("drv.pci.common.4")
    @Conforms("drv.pci.common.6")
    @Conforms("drv.basic.init.8")
    @Conforms("drv.pci.common.1")
    void theQueueIsProgrammedInHalvesAndEnabledLast() {
        assertThat(machine.probe()).isEqualTo(1);
        List<Access> writes = machine.simulation().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_WRITE).toList();
        List<Long> offsets = writes.stream().map(access -> access.address() & 0xFFFF).toList();
        assertThat(offsets).endsWith(0x18L, 0x20L, 0x24L, 0x28L, 0x2CL, 0x30L, 0x34L, 0x1CL, 0x14L);
        assertThat(model.queue().size()).isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    @Conforms("drv.basic.reset.1")
    @Conforms("drv.pci.common.5")
    void aSlowResetIsWaitedFor(int reads) {
        model.resetAfterReads(reads);
        assertThat(machine.probe()).isEqualTo(1);
    }

    @Test
    void aResetThatDoesNotEndIsGivenUpInTime() {
        model.resetAfterReads(Integer.MAX_VALUE);
        long before = machine.simulation().clock().elapsed();
        assertThat(machine.probe()).isZero();
        long waited = (machine.simulation().clock().elapsed() - before) / 1_000_000;
        assertThat(waited).isBetween(ResetConfirmation.MILLISECONDS, ResetConfirmation.MILLISECONDS + 10);
        assertThat(machine.logged()).contains("does not confirm its reset").contains("ETIMEDOUT, skipped");
    }

    @Test
    @Conforms("drv.basic.cfg.3")
    @Conforms("drv.basic.cfg.2")
    void aConfigurationThatComesToRestIsReadThen() {
        model.churn(15);
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(machine.attached().get(0).disk().capacity()).isEqualTo(64);
    }

    @Test
    void aConfigurationThatNeverRestsIsGivenUp() {
        model.churn(Integer.MAX_VALUE);
        assertThat(machine.probe()).isZero();
        assertThat(machine.logged()).contains("keeps changing").contains("EAGAIN");
    }

    @Test
    @Conforms("drv.basic.cfg.1")
    void aCapacityAbove32BitsIsReadInHalves() {
        model.block().capacity(0x1234_5678_9ABCL);
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(machine.attached().get(0).disk().capacity()).isEqualTo(0x1234_5678_9ABCL);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "1023, true", "1024, false", "65535, false"})
    void aDoorbellOutsideItsStructureIsRefused(int notifyOffset, boolean inside) throws DriverException {
        model.notifyOffset(notifyOffset);
        assertThat(machine.probe()).isEqualTo(inside ? 1 : 0);
        if (inside) {
            machine.attached().get(0).disk().flush();
            assertThat(model.doorbells()).isEqualTo(1);
        } else {
            assertThat(machine.logged()).contains("ERANGE");
            assertThat(model.statusHistory()).endsWith(0, DeviceStatus.FAILED);
        }
    }

    @Test
    void aHugeMultiplierReachesNoOtherRegister() {
        model.function().put(CAP_NOTIFY + 16, 4, 0xFFFF_FFFFL);
        model.notifyOffset(0xFFFF);
        assertThat(machine.probe()).isZero();
        assertThat(model.doorbells()).isZero();
    }

    @Test
    void aMultiplierHasAllOfIts32Bits() {
        model.function().put(CAP_NOTIFY + 16, 4, 0x1_0000);
        model.notifyOffset(1);
        assertThat(machine.probe()).isZero();
        assertThat(machine.logged()).contains("ERANGE");
    }

    @Test
    void anInterruptIsAcknowledgedByReadingWhyItCame() throws DriverException {
        VirtioPciTransport transport = new VirtioPciTransport(
                new PciFunction(machine.simulation().pci(), 4 << 3), new KernelPhysMapper(machine.simulation().addressMap()));
        model.interrupt(3);
        assertThat(transport.acknowledgeInterrupt()).isEqualTo(IsrStatus.QUEUE | IsrStatus.CONFIGURATION);
        assertThat(transport.acknowledgeInterrupt()).isZero();
        transport.release();
    }

    @Test
    @Conforms("drv.basic.init.15")
    void aQueueThatIsNotEnabledHasNoDoorbell() throws DriverException {
        VirtioPciTransport transport = new VirtioPciTransport(
                new PciFunction(machine.simulation().pci(), 4 << 3), new KernelPhysMapper(machine.simulation().addressMap()));
        transport.notifyQueue(0);
        assertThat(model.doorbells()).isZero();
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(0, 256, 0, 0, 0));
        transport.release();
    }

    @Test
    void aQueueThatIsInUseAlreadyIsNotTouched() throws DriverException {
        VirtioPciTransport transport = new VirtioPciTransport(
                new PciFunction(machine.simulation().pci(), 4 << 3), new KernelPhysMapper(machine.simulation().addressMap()));
        NegotiatedDevice negotiated = ResetDevice.reset(transport).acknowledge()
                .negotiate(1L << Feature.VERSION_1, 1L << Feature.VERSION_1);
        transport.enableQueue(0, 16, 0x1000, 0x2000, 0x3000);
        int before = model.registerAccesses();
        Refusal.expect(Errno.EBUSY, () -> transport.enableQueue(0, 16, 0x1000, 0x2000, 0x3000));
        assertThat(model.registerAccesses() - before).as("select, look").isEqualTo(2);
        negotiated.abandon();
        transport.release();
    }

    @Test
    void aFeatureThatIsOfferedAndNotAcceptedIsNotThere() throws DriverException {
        VirtioPciTransport transport = new VirtioPciTransport(
                new PciFunction(machine.simulation().pci(), 4 << 3), new KernelPhysMapper(machine.simulation().addressMap()));
        assertThat(transport.offeredFeatures() >> BlkFeature.BLK_SIZE & 1).isEqualTo(1);
        NegotiatedDevice negotiated = ResetDevice.reset(transport).acknowledge().negotiate(0, 0);
        assertThat(negotiated.has(Feature.VERSION_1)).isTrue();
        assertThat(negotiated.has(BlkFeature.BLK_SIZE)).isFalse();
        negotiated.abandon();
        transport.release();
    }

    @Test
    void aDeviceThatDecodesNoMemoryYetIsLetDoSo() {
        model.function().put(0x04, 2, 0);
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(model.function().get(0x04, 2) & 0x6).as("memory, bus mastering").isEqualTo(0x6);
        machine.attached().remove(0).release();
    }

    @Test
    void theCommandRegisterIsWhatTheDriverNeedsAndGoesBackWithoutBusMasteringAndLine() {
        model.function().put(0x04, 2, 0x0143);
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(model.function().get(0x04, 2)).isEqualTo(0x0547);
        machine.attached().remove(0).release();
        assertThat(model.function().get(0x04, 2)).isEqualTo(0x0543);
    }

    @Test
    void aDeviceInTroubleIsReportedWhenItDoesNotAnswer() throws DriverException {
        VirtioBlkDevice disk = open();
        model.needReset();
        Refusal.expect(Errno.ETIMEDOUT, () -> disk.flush());
        assertThat(machine.logged()).contains("device status 0x4f");
        assertThat(model.status()).as("reset").isZero();
    }

    private VirtioBlkDevice open() {
        assertThat(machine.probe()).isEqualTo(1);
        return machine.attached().get(0).disk();
    }
}
