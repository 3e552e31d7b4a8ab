// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.virtio.model.DeviceTreeBlob;
import vireo.virtio.model.VirtioMmioModel;

/** Devices that a flattened device tree names; trees that are unusual, wrong, or garbage. */
@Timeout(30)
class VirtioMmioDeviceTreeTest {
    private MmioMachine machine;

    @BeforeEach
    void makeMachine() {
        machine = new MmioMachine();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        machine.close();
    }

    @Test
    void devicesOfAnArmMachineAreFoundInTheOrderOfTheTree() {
        machine.disk(31);
        machine.disk(2, 1);
        DeviceTreeBlob tree = root(2, 2).begin("cpus").cells("#address-cells", 1).cells("#size-cells", 0)
                .begin("cpu@0").strings("device_type", "cpu").cells("reg", 0).end().end();
        node(tree, 31, 0, 0xA00_3E00L, 0, 0x200).cells("interrupts", 0, 47, 1).end();
        node(tree, 2, 0, 0xA00_0400L, 0, 0x200).cells("interrupts", 0, 18, 1).end();
        assertThat(machine.probeTree(tree.end())).as(machine.kernel().logged()).isEqualTo(2);
        assertThat(machine.kernel().names()).containsExactly("virtio-blk0 at 0x0a003e00", "virtio-blk1 at 0x0a000400");
        assertThat(machine.kernel().machine().trace().toString())
                .contains("REQUEST_INTERRUPT 0 0x4f 0x0").contains("REQUEST_INTERRUPT 0 0x32 0x0");
    }

    @Test
    void devicesOfARiscVMachineAreFoundOnItsBus() {
        machine.disk(1);
        DeviceTreeBlob tree = root(2, 2).begin("soc").strings("compatible", "simple-bus")
                .cells("#address-cells", 2).cells("#size-cells", 2).cells("ranges");
        node(tree, 1, 0, 0xA00_0200L, 0, 0x1000).cells("interrupts", 49).cells("interrupt-parent", 3).end();
        assertThat(machine.probeTree(tree.end().end())).as(machine.kernel().logged()).isEqualTo(1);
        assertThat(machine.kernel().machine().interrupts().requested()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "2, 2"})
    void addressesAndSizesHaveTheCellsThatTheirBusSays(int addressCells, int sizeCells) {
        machine.disk(0);
        DeviceTreeBlob tree = root(addressCells, sizeCells);
        long[] reg = new long[addressCells + sizeCells];
        reg[addressCells - 1] = MmioMachine.BASE;
        reg[addressCells + sizeCells - 1] = 0x200;
        node(tree, 0, reg).end();
        assertThat(machine.probeTree(tree.end())).as(machine.kernel().logged()).isEqualTo(1);
    }

    @Test
    void aBusThatSaysNothingHasAddressesOfTwoCellsAndSizesOfOne() {
        machine.disk(0);
        DeviceTreeBlob tree = root(1, 1).begin("bus");
        node(tree, 0, 0, MmioMachine.BASE, 0x200).end();
        assertThat(machine.probeTree(tree.end().end())).as(machine.kernel().logged()).isEqualTo(1);
    }

    @Test
    void anAddressAbove32BitsIsRead() {
        assertThat(machine.probeTree(node(root(2, 2), 0, 0x12, 0x3456_7890L, 0, 0x200).end().end())).isZero();
        assertThat(machine.kernel().logged()).contains("virtio device at 0x1234567890: EINVAL, skipped");
    }

    @ParameterizedTest
    @CsvSource({"disabled, 0", "fail, 0", "reserved, 0", "okay, 1", "ok, 1"})
    void aDisabledDeviceIsPassedOver(String status, int found) {
        machine.disk(0);
        DeviceTreeBlob tree = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200).strings("status", status).end().end();
        assertThat(machine.probeTree(tree)).isEqualTo(found);
        assertThat(machine.kernel().machine().log().lines()).hasSize(found);
    }

    @Test
    void devicesOnADisabledBusArePassedOver() {
        VirtioMmioModel model = machine.disk(0);
        DeviceTreeBlob tree = root(2, 2).begin("bus").cells("#address-cells", 2).cells("#size-cells", 2)
                .strings("status", "disabled").begin("bus").cells("#address-cells", 2).cells("#size-cells", 2);
        assertThat(machine.probeTree(node(tree, 0, 0, MmioMachine.BASE, 0, 0x200).strings("status", "okay").end().end().end()
                .end())).isZero();
        assertThat(model.registerAccesses()).isZero();
    }

    @Test
    void oneOfSeveralCompatibleNamesIsEnoughAndAPartOfANameIsNot() {
        machine.disk(0);
        DeviceTreeBlob tree = root(2, 2);
        for (String[] names : new String[][] {
            {"virtio,mmi"}, {"virtio,mmioX"}, {"xvirtio,mmio"}, {"virtio,mmio-but-longer"}, {""}, {"vendor,thing", "virtio,mmio"}}) {
            tree.begin("device").strings("compatible", names).cells("reg", 0, MmioMachine.BASE, 0, 0x200).end();
        }
        assertThat(machine.probeTree(tree.end())).isEqualTo(1);
        assertThat(machine.kernel().machine().log().lines()).hasSize(1);
    }

    @Test
    void propertiesMayComeInAnyOrderAndBetweenThemNothing() {
        machine.disk(0);
        DeviceTreeBlob tree = root(2, 2).nop().begin("device").cells("interrupts", 48).nop()
                .cells("reg", 0, MmioMachine.BASE, 0, 0x200).property("dma-coherent", new byte[0])
                .strings("compatible", "virtio,mmio").nop().end().nop().end();
        assertThat(machine.probeTree(tree)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "0, 988", "1, 16", "0xffffffff, 0xffffffff"})
    void anInterruptThatNoGicHasLeavesTheDevicePolled(String type, String number) {
        machine.disk(0);
        DeviceTreeBlob tree = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200)
                .cells("interrupts", Long.decode(type), Long.decode(number), 4).end().end();
        assertThat(machine.probeTree(tree)).isEqualTo(1);
        assertThat(machine.kernel().logged()).contains("the device is polled");
        assertThat(machine.kernel().machine().interrupts().requested()).isZero();
    }

    @Test
    void privateInterruptsOfAGicStartAt16() {
        machine.disk(0).line(machine.kernel().machine().interrupts(), 31);
        DeviceTreeBlob tree = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200).cells("interrupts", 1, 15, 4).end().end();
        assertThat(machine.probeTree(tree)).isEqualTo(1);
        assertThat(machine.kernel().machine().trace().toString()).contains("REQUEST_INTERRUPT 0 0x1f 0x0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 16, 3})
    void interruptsOfAnotherFormLeaveTheDevicePolled(int bytes) {
        machine.disk(0);
        DeviceTreeBlob tree = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200)
                .property("interrupts", new byte[bytes]).end().end();
        assertThat(machine.probeTree(tree)).isEqualTo(1);
        assertThat(machine.kernel().machine().interrupts().requested()).isZero();
    }

    @Test
    void aDeviceThatDoesNotSayWhereItIsDoesNotStopTheOthers() {
        machine.disk(0);
        DeviceTreeBlob tree = root(2, 2);
        tree.begin("a").strings("compatible", "virtio,mmio").end();
        tree.begin("b").strings("compatible", "virtio,mmio").cells("reg", 0, MmioMachine.BASE, 0).end();
        tree.begin("bus").cells("#address-cells", 3).cells("#size-cells", 2);
        node(tree, 9, 0, 0, MmioMachine.BASE, 0, 0x200).end().end();
        tree.begin("bus").cells("#address-cells", 2).cells("#size-cells", 0);
        node(tree, 9, 0, MmioMachine.BASE).end().end();
        tree.begin("bus").cells("#address-cells", 2).cells("#size-cells", 2).cells("ranges", 0, 0, 1, 0, 1, 0);
        node(tree, 9, 0, MmioMachine.BASE, 0, 0x200).end().end();
        node(tree, 0, 0, MmioMachine.BASE, 0, 0x200).end();
        assertThat(machine.probeTree(tree.end())).isEqualTo(1);
        assertThat(machine.kernel().logged()).contains("has a reg of 0 bytes").contains("has a reg of 12 bytes")
                .contains("a bus that translates addresses").contains("virtio device in the device tree: EBADMSG, skipped")
                .contains("virtio device in the device tree: EOPNOTSUPP, skipped");
    }

    @Test
    void aTreeThatIsTooDeepEndsTheSearchAndWhatWasFoundCounts() {
        machine.disk(0);
        DeviceTreeBlob tree = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200).end();
        for (int depth = 0; depth < 16; depth++) {
            tree.begin("deep");
        }
        assertThat(machine.probeTree(tree)).isEqualTo(1);
        assertThat(machine.kernel().logged()).contains("nodes in more than 16 others").contains("EOPNOTSUPP");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 8, 10, 0xFFFF_FFFFL})
    void anUnknownTokenEndsTheSearchAndSaysWhere(long token) {
        assertThat(machine.probeTree(root(2, 2).token(token).end())).isZero();
        assertThat(machine.kernel().logged()).contains("device tree is broken at offset 0x").contains("EBADMSG");
    }

    @Test
    void treesThatEndTooEarlyOrTooOftenAreBroken() {
        assertThat(machine.probeTree(root(2, 2))).isZero();
        assertThat(machine.probeTree(root(2, 2).end().end())).isZero();
        assertThat(machine.probeTree(root(2, 2).begin("a").end().cells("late", 1).end())).isZero();
        assertThat(machine.probeTree(new DeviceTreeBlob().cells("homeless", 1))).isZero();
        assertThat(machine.kernel().logged().split("device tree is broken", -1)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0xd00dfeee, EBADMSG", // magic
        "4, 0xffffffff, EBADMSG", // total size
        "8, 0xfffffffc, EBADMSG", // the structure
        "8, 41, EBADMSG",
        "12, 0xffffffff, EBADMSG", // the strings
        "20, 16, EOPNOTSUPP", // version
        "24, 18, EOPNOTSUPP",
        "32, 0x7fffffff, EBADMSG", // sizes
        "36, 0x7fffffff, EBADMSG",
    })
    void aHeaderThatMakesNoSenseIsRefused(int offset, String value, String errno) {
        byte[] blob = root(2, 2).end().blob();
        ByteBuffer.wrap(blob).putInt(offset, (int) (long) Long.decode(value));
        assertThat(machine.probeTree(blob)).isZero();
        assertThat(machine.kernel().logged()).contains("device tree").contains(errno);
    }

    @Test
    void everyTreeThatIsCutOffIsRefused() {
        machine.disk(0);
        byte[] blob = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200).end().end().blob();
        for (int length = 0; length < blob.length; length++) {
            assertThat(machine.probeTree(Arrays.copyOf(blob, length))).as("%d bytes of %d", length, blob.length).isZero();
        }
        assertThat(machine.probeTree(blob)).isEqualTo(1);
    }

    /** Whatever a blob says, the search ends, stays inside, and leaves nothing behind. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void garbageIsSurvived(long seed) {
        Random random = new Random(seed);
        byte[] blob = node(root(2, 2), 0, 0, MmioMachine.BASE, 0, 0x200).cells("interrupts", 0, 16, 1)
                .strings("status", "okay").end().begin("bus").cells("ranges").end().end().blob();
        for (int round = 0; round < 500; round++) {
            byte[] broken = blob.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? random.nextInt(10) : random.nextInt());
            }
            machine.probeTree(broken);
        }
        assertThat(machine.kernel().disks()).isEmpty();
    }

    /** The root node of a tree, open. */
    private static DeviceTreeBlob root(long addressCells, long sizeCells) {
        return new DeviceTreeBlob().begin("").cells("#address-cells", addressCells).cells("#size-cells", sizeCells)
                .strings("compatible", "linux,dummy-virt");
    }

    /** A device's node, open. */
    private static DeviceTreeBlob node(DeviceTreeBlob tree, int number, long... reg) {
        return tree.begin("virtio_mmio@" + number).strings("compatible", "virtio,mmio").cells("reg", reg);
    }
}
