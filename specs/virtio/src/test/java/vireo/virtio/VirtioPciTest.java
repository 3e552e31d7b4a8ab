// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.dsl.Conforms;
import vireo.virtio.model.PciFunctionModel;
import vireo.virtio.model.VirtioPciModel;

/** What probing finds, names, and passes over. */
class VirtioPciTest {
    private PciMachine machine;

    @BeforeEach
    void makeMachine() {
        machine = new PciMachine();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @Test
    @Conforms("drv.pci.discovery.1")
    void aDiskIsFoundAndNamedByItsAddress() {
        machine.disk();
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(machine.names()).containsExactly("virtio-blk0 at 00:04.0");
        assertThat(machine.logged()).contains("virtio-blk0 at 00:04.0: 64 sectors, blocks of 512 bytes");
    }

    @Test
    void anEmptyBusHasNoDisks() {
        assertThat(machine.probe()).isZero();
        assertThat(machine.simulation().log().lines()).isEmpty();
    }

    @Test
    @Conforms("drv.pci.discovery.2")
    @Conforms("drv.pci.discovery.3")
    @Conforms("drv.pci.discovery.4")
    void transitionalDevicesOfAnyRevisionAndSubsystemCount() {
        machine.disk().function().put(0x02, 2, 0x1001).put(0x08, 1, 0).put(0x2C, 2, 0x1234).put(0x2E, 2, 2);
        assertThat(machine.probe()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 128"})
    void storageClassesCount(int baseClass, int subclass) {
        machine.disk().function().put(0x0B, 1, baseClass).put(0x0A, 1, subclass);
        assertThat(machine.probe()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "1, 6", "0, 0", "255, 255"})
    void otherClassesAreReportedAndLeftAlone(int baseClass, int subclass) {
        VirtioPciModel model = machine.disk();
        model.function().put(0x0B, 1, baseClass).put(0x0A, 1, subclass);
        assertThat(machine.probe()).isZero();
        assertThat(machine.logged()).contains("00:04.0").contains("skipped");
        assertThat(model.registerAccesses()).isZero();
    }

    @Test
    void aBridgeWithADisksIdIsLeftAlone() {
        VirtioPciModel model = machine.disk();
        model.function().put(0x0E, 1, 1);
        assertThat(machine.probe()).isZero();
        assertThat(model.registerAccesses()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0x1AF4, 0x1045", "0x1AF4, 0x1002", "0x1AF5, 0x1042", "0x8086, 0x1001"})
    void otherDevicesAreNoneOfOurs(int vendor, int device) {
        VirtioPciModel model = machine.disk();
        model.function().put(0, 2, vendor).put(2, 2, device);
        assertThat(machine.probe()).isZero();
        assertThat(model.registerAccesses()).isZero();
        assertThat(machine.simulation().log().lines()).isEmpty();
    }

    @Test
    void functionsOfAMultiFunctionDeviceAreFoundAlsoBehindGaps() {
        machine.disk(3 << 3).function().put(0x0E, 1, 0x80);
        machine.disk(3 << 3 | 5);
        machine.disk(31 << 3 | 0);
        assertThat(machine.probe()).isEqualTo(3);
        assertThat(machine.names()).containsExactly(
                "virtio-blk0 at 00:03.0", "virtio-blk1 at 00:03.5", "virtio-blk2 at 00:1f.0");
    }

    @Test
    void otherFunctionsOfASingleFunctionDeviceAreGhosts() {
        machine.disk(3 << 3);
        VirtioPciModel ghost = machine.disk(3 << 3 | 1);
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(ghost.registerAccesses()).isZero();
    }

    @Test
    void functionsWithoutFunctionZeroAreNoDevice() {
        VirtioPciModel model = machine.disk(6 << 3 | 2);
        assertThat(machine.probe()).isZero();
        assertThat(model.registerAccesses()).isZero();
    }

    @Test
    void onlyTheBusesAskedForAreSearched() {
        machine.disk(2 << 8 | 1 << 3);
        assertThat(machine.probe()).isZero();
        assertThat(machine.probe(2)).isEqualTo(1);
        assertThat(machine.names()).containsExactly("virtio-blk0 at 02:01.0");
    }

    @Test
    void aBadDiskIsReportedWithItsReasonAndTheOthersComeUp() {
        machine.disk(1 << 3);
        machine.disk(2 << 3).block().blockSize(1000);
        machine.disk(3 << 3).refuseFeatures();
        machine.disk(4 << 3).function().put(PciFunctionModel.BAR_4, 8, 0xC);
        machine.disk(5 << 3);
        assertThat(machine.probe()).isEqualTo(2);
        assertThat(machine.names()).containsExactly("virtio-blk0 at 00:01.0", "virtio-blk1 at 00:05.0");
        assertThat(machine.logged())
                .contains("virtio-blk1 at 00:02.0: EOPNOTSUPP, skipped")
                .contains("virtio-blk1 at 00:03.0: EOPNOTSUPP, skipped")
                .contains("virtio-blk1 at 00:04.0: ENXIO, skipped");
    }

    @Test
    @Conforms("drv.basic.status.3")
    void aDiskThatWasGivenUpIsResetBeforeItIsTriedAgain() {
        VirtioPciModel model = machine.disk();
        machine.simulation().arena().failAllocationAfter(0);
        assertThat(machine.probe()).isZero();
        assertThat(machine.probe()).isEqualTo(1);
        assertThat(model.statusHistory()).containsExactly(0, 1, 3, 11, 139, 0, 1, 3, 11, 15);
    }

    @Test
    @Conforms("drv.pci.detect.1")
    void aTransitionalDeviceWithNeitherInterfaceIsReported() {
        VirtioPciModel model = machine.disk();
        model.function().put(0x02, 2, 0x1001).put(0x34, 1, 0);
        assertThat(machine.probe()).isZero();
        assertThat(machine.logged()).contains("BAR 0 has no address").contains("ENXIO, skipped");
        assertThat(model.registerAccesses()).isZero();
    }
}
