// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

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
import vireo.virtio.model.BlockModel;
import vireo.virtio.model.VirtioMmioModel;

/** The modern transport in memory against a device model, register by register. */
class VirtioMmioTransportTest {
    private static final long BASE = 0xA00_3E00L;
    private static final long LINE = 79;

    private TestKernel kernel;
    private BlockModel block;
    private VirtioMmioModel model;

    @BeforeEach
    void makeKernel() {
        kernel = new TestKernel();
        block = new BlockModel(kernel.machine().deviceMemory());
        model = kernel.watch(new VirtioMmioModel(kernel.machine().deviceMemory(), block, 2))
                .line(kernel.machine().interrupts(), LINE);
        kernel.machine().addressMap().add("virtio-mmio", BASE, VirtioMmioModel.SIZE, model);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        kernel.close();
    }

    @Test
    @Conforms("drv.mmio.init.6")
    @Conforms("drv.basic.conf.2")
    @Conforms("drv.mmio.regs.4")
    void aDiskIsBroughtUpInTheOrderOfTheSpecification() throws DriverException {
        probe(kernel.polling());
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 11, 15);
        assertThat(kernel.names()).containsExactly("virtio-blk0 at 0x0a003e00");
        assertReads();
    }

    @Test
    @Conforms("drv.mmio.regs.16")
    @Conforms("drv.mmio.regs.17")
    void theQueueIsProgrammedInHalvesAndReadyLast() {
        probe(kernel.polling());
        List<Long> offsets = kernel.machine().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_WRITE).map(access -> access.address() - BASE).toList();
        assertThat(offsets).endsWith(0x38L, 0x80L, 0x84L, 0x90L, 0x94L, 0xA0L, 0xA4L, 0x44L, 0x70L);
        assertThat(model.queue().size()).isEqualTo(128);
    }

    @Test
    @Conforms("drv.mmio.regs.1")
    @Conforms("drv.mmio.regs.2")
    @Conforms("drv.mmio.regs.3")
    @Conforms("drv.mmio.regs.14")
    @Conforms("drv.mmio.regs.15")
    @Conforms("drv.mmio.init.5")
    void noRegisterIsTouchedOtherThanAsTheTableSays() throws DriverException {
        probe(kernel.interrupting());
        assertReads();
        kernel.disks().remove(0).release();
        assertThat(model.violations()).isEmpty();
        assertThat(touched()).doesNotContain(0x0ACL, 0x0B0L, 0x0B4L, 0x0B8L, 0x0BCL, 0x0C0L);
    }

    @Test
    @Conforms("drv.mmio.regs.7")
    void theCapacityIsReadInTwoHalvesOf32Bits() {
        block.capacity(0x1234_5678_9ABCL);
        probe(kernel.polling());
        assertThat(kernel.disk().capacity()).isEqualTo(0x1234_5678_9ABCL);
        assertThat(kernel.machine().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_READ && access.address() >= BASE + 0x100)
                .map(Access::width)).containsOnly(4);
    }

    @Test
    void aReadCostsOneRegisterAccess() throws DriverException {
        probe(kernel.polling());
        int before = model.registerAccesses();
        assertReads();
        assertThat(model.registerAccesses() - before).as("the doorbell").isEqualTo(1);
    }

    @Test
    @Conforms("drv.mmio.irq.1")
    @Conforms("drv.mmio.irq.2")
    @Conforms("drv.mmio.irq.3")
    @Conforms("drv.mmio.regs.21")
    void aDiskThatInterruptsIsAcknowledged() throws DriverException {
        probe(kernel.interrupting());
        model.serveBeside();
        kernel.machine().concurrently(model::step);
        assertReads();
        assertThat(kernel.machine().interrupts().delivered()).isPositive();
        assertThat(kernel.machine().interrupts().isLineHigh(LINE)).isFalse();
        assertThat(kernel.machine().interrupts().spurious(LINE)).isZero();
    }

    @Test
    @Conforms("drv.mmio.regs.20")
    @Conforms("drv.mmio.regs.22")
    void undefinedReasonsAreNeitherBelievedNorAcknowledged() throws DriverException {
        VirtioMmioTransport transport = open();
        model.addUndefinedReasons(0xFFFF_FFFCL);
        model.hold(1);
        assertThat(transport.acknowledgeInterrupt()).isEqualTo(IsrStatus.QUEUE);
        model.hold(2);
        assertThat(transport.acknowledgeInterrupt()).isEqualTo(IsrStatus.CONFIGURATION);
        assertThat(writesTo(0x64)).containsExactly(1L, 2L);
        transport.release();
    }

    @Test
    void anInterruptWithoutReasonIsNotAcknowledged() throws DriverException {
        VirtioMmioTransport transport = open();
        assertThat(transport.acknowledgeInterrupt()).isZero();
        assertThat(writesTo(0x64)).isEmpty();
        transport.release();
    }

    @Test
    void aLineThatNeverSaysWhyIsNotOurs() {
        probe(kernel.interrupting());
        model.hideReasons();
        kernel.machine().interrupts().raise(LINE);
        kernel.machine().interrupts().deliver();
        assertThat(kernel.machine().interrupts().spurious(LINE)).isEqualTo(1);
    }

    @Test
    void aDeviceWhoseInterruptsAreLostIsNotWaitedForForEver() {
        probe(kernel.interrupting());
        model.loseInterrupts();
        block.keep(true);
        Refusal.expect(Errno.ETIMEDOUT, () -> kernel.disk().flush());
        assertThat(model.status()).as("reset").isZero();
    }

    @Test
    void aChangedConfigurationIsNoticed() throws DriverException {
        probe(kernel.interrupting());
        block.capacity(1000);
        model.changeConfiguration();
        kernel.machine().interrupts().deliver();
        assertThat(kernel.disk().refresh()).isTrue();
        assertThat(kernel.disk().capacity()).isEqualTo(1000);
    }

    @Test
    void aDeviceWithoutKnownInterruptIsPolled() throws DriverException {
        assertThat(VirtioMmio.probeDevice(
                BASE, VirtioMmioModel.SIZE, MmioPlace.NO_INTERRUPT, kernel.interrupting(), kernel)).isEqualTo(1);
        assertReads();
        assertThat(kernel.machine().interrupts().requested()).isZero();
    }

    @Test
    void thereIsOneLineAndNoVector() throws DriverException {
        VirtioMmioTransport transport = open();
        assertThat(transport.enableVectors(9)).isZero();
        assertThat(transport.interruptNumber(0)).isEqualTo(LINE);
        Refusal.expect(Errno.ENXIO, () -> transport.interruptNumber(1));
        assertThat(transport.assignConfigVector(0)).isFalse();
        assertThat(transport.assignQueueVector(0, 0)).isFalse();
        transport.disableVectors();
        transport.release();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "4, true", "16, true", "1024, true"})
    void queuesOfAllSizesAreTakenThatTheDriverHasAUseFor(int largest, boolean works) {
        model.limitQueueSize(largest);
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel))
                .as(kernel.logged()).isEqualTo(works ? 1 : 0);
    }

    @Test
    void aHugeQueueSizeIsCutToWhatAQueueCanHave() throws DriverException {
        model.limitQueueSize(0x7FFF_FFFF);
        VirtioMmioTransport transport = open();
        assertThat(transport.maxQueueSize(0)).isEqualTo(0xFFFF);
        assertThat(transport.maxQueueSize(7)).isZero();
        assertThat(transport.hasFixedQueueSizes()).isFalse();
        transport.release();
    }

    @Test
    void aDeviceThatRefusesItsQueueIsReported() {
        model.refuseQueues();
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel)).isZero();
        assertThat(kernel.logged()).contains("does not take queue 0 of 128 descriptors").contains("EIO, skipped");
        assertThat(model.status() & DeviceStatus.FAILED).isNotZero();
    }

    @Test
    @Conforms("drv.mmio.regs.17")
    void aQueueThatIsReadyAlreadyIsNotTouched() throws DriverException {
        VirtioMmioTransport transport = open();
        NegotiatedDevice negotiated = ResetDevice.reset(transport).acknowledge()
                .negotiate(1L << Feature.VERSION_1, 1L << Feature.VERSION_1);
        transport.enableQueue(0, 16, 0x1000, 0x2000, 0x3000);
        int before = model.registerAccesses();
        Refusal.expect(Errno.EBUSY, () -> transport.enableQueue(0, 16, 0x1000, 0x2000, 0x3000));
        assertThat(model.registerAccesses() - before).as("select, look").isEqualTo(2);
        assertThat(kernel.logged()).contains("queue 0 is in use already");
        negotiated.abandon();
        transport.release();
    }

    @Test
    @Conforms("drv.mmio.regs.16")
    void aSizeAboveTheDevicesIsNotWritten() throws DriverException {
        VirtioMmioTransport transport = open();
        Refusal.expect(Errno.EINVAL, () -> transport.enableQueue(0, 256, 0x1000, 0x2000, 0x3000));
        assertThat(writesTo(0x38)).isEmpty();
        transport.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    @Conforms("drv.basic.reset.1")
    void aSlowResetIsWaitedFor(int reads) {
        model.resetAfterReads(reads);
        probe(kernel.polling());
    }

    @Test
    void aResetThatDoesNotEndIsGivenUpInTime() {
        model.resetAfterReads(Integer.MAX_VALUE);
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel)).isZero();
        assertThat(kernel.logged()).contains("does not confirm its reset within 1000 ms").contains("ETIMEDOUT, skipped");
    }

    @Test
    void refusedFeaturesEndInFailure() {
        model.refuseFeatures();
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel)).isZero();
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 11, 131);
    }

    @Test
    void aConfigurationThatComesToRestIsReadThen() {
        model.churn(15);
        probe(kernel.polling());
        assertThat(kernel.disk().capacity()).isEqualTo(64);
    }

    @Test
    @Conforms("drv.mmio.feat.1")
    @Conforms("drv.mmio.feat.2")
    @Conforms("drv.basic.resfeat.10")
    void featuresOfOtherTransportsAreNotAccepted() {
        block.features(block.offeredFeatures() | 1L << 37 | 1L << 39 | 1L << 41);
        probe(kernel.polling());
        assertThat(model.driverFeatures() & (1L << 37 | 1L << 39 | 1L << 41)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void whicheverMappingFailsNothingIsLeftBehind(int successes) {
        kernel.machine().addressMap().failMappingAfter(successes);
        long found = VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, kernel.polling(), kernel);
        assertThat(found).isEqualTo(kernel.logged().contains("ENOMEM") ? 0 : 1);
    }

    private void probe(KernelServices services) {
        assertThat(VirtioMmio.probeDevice(BASE, VirtioMmioModel.SIZE, LINE, services, kernel))
                .as(kernel.logged()).isEqualTo(1);
    }

    private VirtioMmioTransport open() throws DriverException {
        return new VirtioMmioTransport(new MmioPlace(BASE, VirtioMmioModel.SIZE, LINE), kernel.mapper());
    }

    private void assertReads() throws DriverException {
        byte[] sectors = new byte[1024];
        kernel.disk().readBytes(2, sectors);
        assertThat(sectors).isEqualTo(block.disk().read(2, 1024));
    }

    private List<Long> touched() {
        return kernel.machine().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_READ || access.kind() == Kind.REGISTER_WRITE)
                .map(access -> access.address() - BASE).toList();
    }

    private List<Long> writesTo(long offset) {
        return kernel.machine().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.REGISTER_WRITE && access.address() == BASE + offset)
                .map(Access::value).toList();
    }
}
