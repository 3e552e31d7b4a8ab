// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.virtio.model.PciFunctionModel;
import vireo.virtio.model.VirtioPciModel;

/** Capability lists and BARs that are unusual, wrong, or garbage. */
@Timeout(20)
class HostilePciConfigurationTest {
    private static final int COMMON = VirtioPciModel.CAP_COMMON;
    private static final int NOTIFY = VirtioPciModel.CAP_NOTIFY;
    private static final int ISR = VirtioPciModel.CAP_ISR;
    private static final int DEVICE = VirtioPciModel.CAP_DEVICE;
    private static final long BAR = 0x8_0000_0000L + (4 << 3) * 0x1_0000L;

    private PciMachine machine;
    private VirtioPciModel model;
    private PciFunctionModel function;

    @BeforeEach
    void makeMachine() {
        machine = new PciMachine();
        model = machine.disk();
        function = model.function();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @Test
    @Conforms("drv.pci.cap.1")
    @Conforms("drv.pci.cap.4")
    void reservedTypesReservedBarsAndForeignCapabilitiesAreIgnored() throws DriverException {
        function.put(0x34, 1, 0x98)
                .put(0x98, 1, 0x11).put(0x99, 1, 0xA0)
                .capability(0xA0, 0xB0, 16, 77, 4, 0, 0x1000)
                .capability(0xB0, 0xC0, 16, 1, 6, 0, 0x1000)
                .capability(0xC0, COMMON, 16, 1, 255, 0, 0x1000);
        assertWorks();
    }

    @Test
    @Conforms("drv.pci.cap.1")
    void aTransitionalDeviceIsModernThoughItsVirtioCapabilitiesComeLast() throws DriverException {
        function.put(0x02, 2, 0x1001).put(0x34, 1, 0x98).put(0x98, 1, 0x11).put(0x99, 1, 0xA0)
                .capability(0xA0, COMMON | 3, 16, 1, 6, 0, 0x1000);
        assertWorks();
    }

    @Test
    @Conforms("drv.pci.cap.2")
    void theFirstUsableStructureOfATypeCounts() throws DriverException {
        function.put(DEVICE + 1, 1, 0x90)
                .capability(0x90, 0xA0, 16, 1, 4, 0x3000, 0x1000)
                .capability(0xA0, 0xB4, 20, 2, 4, 0, 0x1000)
                .capability(0xB4, 0xC4, 16, 3, 4, 0xFFFF_0000L, 1)
                .capability(0xC4, 0, 16, 4, 4, 0xFFFF_0000L, 0x1000);
        assertWorks();
    }

    @Test
    @Conforms("drv.pci.cap.1")
    void whatLooksLikeAStructureIsNoneWhereAnotherVendorSaysIt() throws DriverException {
        function.put(0x34, 1, 0xD0).capability(0xD0, COMMON, 16, 1, 4, 0x3000, 0x1000).put(0xD0, 1, 0x11);
        assertWorks();
    }

    @Test
    @Conforms("drv.pci.cap.1")
    void aDeviceWhoseCapabilitiesAllHaveReservedBarsHasNoModernInterface() {
        function.put(0x34, 1, 0xA0).capability(0xA0, 0xB0, 16, 1, 6, 0, 0x1000).capability(0xB0, 0, 16, 3, 255, 0, 0x1000);
        assertThat(VirtioCapabilities.arePresent(new PciFunction(machine.simulation().pci(), 4 << 3))).isFalse();
        assertRefused("has no modern interface", "EOPNOTSUPP");
    }

    @Test
    @Conforms("drv.pci.cap.7")
    void aStructureTooShortForUseIsPassedOverForALaterOne() throws DriverException {
        function.put(0x34, 1, 0x90)
                .capability(0x90, 0xA0, 16, 1, 4, 0x2000, 0x37)
                .capability(0xA0, 0xB0, 16, 2, 4, 0x2000, 0x1000)
                .capability(0xB0, 0xC0, 15, 3, 4, 0x2000, 0x1000)
                .capability(0xC0, COMMON, 16, 3, 4, 0x2000, 0);
        assertWorks();
    }

    @Test
    @Conforms("drv.pci.cap.3")
    void aCapabilityMayBeLongerThanItsStruct() throws DriverException {
        function.put(COMMON + 2, 1, 24).put(ISR + 2, 1, 100);
        assertWorks();
    }

    @Test
    @Conforms("drv.pci.cap.5")
    @Conforms("drv.pci.cap.6")
    @Conforms("drv.basic.cfg.5")
    @Conforms("drv.pci.cap.8")
    void lengthsBeyondAllReasonAreCutToWhatIsNeeded() throws DriverException {
        function.put(COMMON + 12, 4, 0x4000).put(ISR + 12, 4, 0xFFFF_FFFFL).put(DEVICE + 12, 4, 0xFFFF_FFFFL);
        assertWorks();
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "116, 64", "116, 80", "116, 116"})
    void aLoopInTheListEndsInAnError(int from, int to) {
        function.put(from + 1, 1, to);
        assertRefused("has a loop", "EPROTO");
        long reads = machine.simulation().trace().accesses().stream()
                .filter(access -> access.kind() == Kind.CONFIG_READ && access.address() >> 12 == 4 << 3).count();
        assertThat(reads).as("each place is visited once, with up to 7 reads").isLessThan(48 * 7 + 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 0x10, 0x34, 0x3C})
    void aListThatLeadsIntoTheHeaderEndsInAnError(int to) {
        function.put(DEVICE + 1, 1, to);
        assertRefused("leaves its place", "EPROTO");
    }

    @Test
    void reservedBitsOfPointersAreIgnored() throws DriverException {
        function.put(0x34, 1, COMMON | 3).put(COMMON + 1, 1, NOTIFY | 1).put(DEVICE + 1, 1, 2);
        assertWorks();
    }

    @Test
    void aCapabilityThatRunsOutOfItsSpaceIsIgnored() throws DriverException {
        function.put(DEVICE + 1, 1, 0xFC).put(0xFC, 4, 0x0110_0009L | 16 << 16);
        assertWorks();
    }

    @ParameterizedTest
    @ValueSource(ints = {COMMON, NOTIFY, ISR})
    void aMissingStructureIsNamed(int missing) {
        function.put(missing + 3, 1, 9);
        assertRefused("missing, too short or misaligned", "EPROTO");
    }

    @Test
    void aDeviceConfigurationThatIsMissingOrShortIsNamed() {
        function.put(DEVICE + 12, 4, 23);
        assertRefused("device configuration has 23 bytes, the driver needs 24", "ENXIO");
    }

    @Test
    void aDeviceConfigurationThatIsJustLongEnoughIs() throws DriverException {
        function.put(DEVICE + 12, 4, 24);
        assertWorks();
    }

    @Test
    void aDeviceWithoutConfigurationIsNoDisk() {
        function.put(DEVICE + 3, 1, 9);
        assertRefused("device configuration has 0 bytes", "ENXIO");
    }

    @Test
    @Conforms("drv.pci.detect.3")
    @Conforms("drv.pci.detect.4")
    void aModernDeviceWithoutCapabilityListIsRefused() {
        function.put(0x06, 2, 0);
        assertRefused("the device has no modern interface", "EOPNOTSUPP");
    }

    @ParameterizedTest
    @CsvSource({"64, 0x4000", "64, 0x3FFC", "64, 0xFFFFFFFC", "80, 0xFFFFF000", "100, 0x4000", "116, 0x3FF0"})
    void aStructureOutsideItsBarIsRefused(int capability, long offset) {
        function.put(capability + 8, 4, offset);
        assertRefused("leaves its BAR", "ERANGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1})
    void aMisalignedCommonConfigurationIsRefused(int offset) {
        function.put(COMMON + 8, 4, offset);
        assertRefused("misaligned", "EPROTO");
        assertThat(model.registerAccesses()).isZero();
    }

    @Test
    void portsAreRefusedOnAMachineWithout() {
        function.put(PciFunctionModel.BAR_4, 8, 0xC001);
        assertRefused("I/O ports from 0xc000 cannot be mapped", "EOPNOTSUPP");
    }

    @Test
    void portsAboveAllThatThereAreAreRefused() {
        function.put(PciFunctionModel.BAR_4, 8, 0x1_C001);
        assertRefused("lie above 0xffff", "ERANGE");
    }

    @Test
    void structuresInPortsWork() throws DriverException {
        VirtioPciModel disk = machine.disk(9 << 3);
        disk.function().put(0x20, 8, 0).bar4(0, 0x10).put(0x20, 8, 0).ports(0, 0x4000, (int) VirtioPciModel.BAR_SIZE);
        for (int capability : new int[] {COMMON, NOTIFY, ISR, DEVICE}) {
            disk.function().put(capability + 4, 1, 0);
        }
        machine.simulation().addressMap().addPorts("disk in ports", 0x4000, VirtioPciModel.BAR_SIZE, disk);
        assertThat(machine.probe()).as(machine.logged()).isEqualTo(2);
        machine.attached().get(1).disk().flush();
        assertThat(disk.doorbells()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void unknownBarTypesAreRefused(int type) {
        function.put(PciFunctionModel.BAR_4, 4, 0xF000_0000L | type);
        assertRefused("of unknown type", "EOPNOTSUPP");
    }

    @Test
    void a64BitBarHasTwoRegisters() {
        function.put(COMMON + 4, 1, 5).put(0x24, 4, 0xC);
        assertRefused("of unknown type", "EOPNOTSUPP");
    }

    @Test
    void aBarThatFirmwareDidNotPlaceIsRefused() {
        function.put(PciFunctionModel.BAR_4, 8, 0xC);
        assertRefused("has no address", "ENXIO");
    }

    @Test
    void aBarThatDoesNotExistIsRefused() {
        function.put(COMMON + 4, 1, 1);
        assertRefused("has no address", "ENXIO");
    }

    @Test
    void aBarWithAnAddressThatAnswersToNothingIsRefused() {
        function.put(COMMON + 4, 1, 1).put(0x14, 4, 0xFEB0_0000L);
        assertRefused("has no address", "ENXIO");
    }

    @Test
    void a64BitBarWithAnAddressThatAnswersToNothingIsRefused() {
        function.put(COMMON + 4, 1, 1).put(0x14, 8, 0xFEB0_0004L);
        assertRefused("has no address", "ENXIO");
    }

    @Test
    void aBarWhoseSizeIsNoPowerOfTwoIsRefused() {
        function.bar4(BAR, 0x3000);
        assertRefused("size 0x3000, which is no power of two", "EPROTO");
    }

    @Test
    void aBarAtTheEndOfTheAddressSpaceDoesNotWrapAround() {
        function.put(PciFunctionModel.BAR_4, 8, -4L).put(COMMON + 8, 4, 0x1000);
        assertRefused("virtio-blk0 at 00:04.0", "EINVAL");
    }

    @Test
    void a32BitBarWorks() throws DriverException {
        machine.close();
        machine = new PciMachine();
        VirtioPciModel disk = new VirtioPciModel(machine.simulation().deviceMemory(), 0);
        disk.function().put(0x20, 8, 0).bar4(0, 0x10).put(0x20, 8, 0).bar32(1, 0xFEBF_0000L, VirtioPciModel.BAR_SIZE);
        for (int capability : new int[] {COMMON, NOTIFY, ISR, DEVICE}) {
            disk.function().put(capability + 4, 1, 1);
        }
        machine.simulation().pci().add(7 << 3, disk.function());
        machine.simulation().addressMap().add("32-bit", 0xFEBF_0000L, VirtioPciModel.BAR_SIZE, disk);
        assertThat(machine.probe()).as(machine.logged()).isEqualTo(1);
        machine.attached().get(0).disk().flush();
        assertThat(disk.violations()).isEmpty();
    }

    @Test
    @Conforms("drv.pci.cap.9")
    void findingABarsSizeLeavesNoTrace() {
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(function.get(PciFunctionModel.BAR_4, 8)).isEqualTo(BAR | 0xC);
    }

    /** Whatever a function says of itself, probing ends, breaks no rule, and leaves nothing behind. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void garbageIsSurvived(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            try (PciMachine garbage = new PciMachine()) {
                garbage.expectNonsense();
                VirtioPciModel device = garbage.disk();
                for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                    int offset = random.nextInt(8) == 0 ? 0x34 : COMMON + random.nextInt(0x44);
                    device.function().put(offset, 1, random.nextInt(256));
                }
                garbage.probe();
            }
        }
    }

    private void assertWorks() throws DriverException {
        assertThat(machine.probe()).as(machine.logged()).isEqualTo(1);
        VirtioBlkDevice disk = machine.attached().get(0).disk();
        byte[] data = new byte[1024];
        disk.readBytes(2, data);
        assertThat(data).isEqualTo(model.block().disk().read(2, 1024));
    }

    private void assertRefused(String reason, String errno) {
        assertThat(machine.probe()).isZero();
        assertThat(machine.logged()).contains(reason).contains(errno + ", skipped");
    }
}
