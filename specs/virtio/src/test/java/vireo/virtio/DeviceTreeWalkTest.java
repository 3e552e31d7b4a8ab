// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.DeviceTreeBlob;

/** What a walk through a device tree comes to, node by node. */
class DeviceTreeWalkTest {
    private static final String DEVICE = "virtio,mmio";

    private final Simulation machine = Simulation.sequential();

    @AfterEach
    void closeMachine() {
        machine.close();
    }

    @Test
    void aDeviceMayLieInSixteenNodesAndInNoneMore() throws DriverException {
        assertThat(DeviceTreeWalk.MAX_DEPTH).isEqualTo(16);
        assertThat(bases(nested(15))).containsExactly(0x1000L);
        Refusal.expect(Errno.EOPNOTSUPP, () -> bases(nested(16)));
        assertThat(machine.log().lines().toString()).contains("nodes in more than 16 others");
    }

    @Test
    void theRootNodeItselfIsOnNoBus() throws DriverException {
        DeviceTreeBlob tree = new DeviceTreeBlob().begin("").strings("compatible", DEVICE).cells("reg", 0, 0x1000, 0, 0x200);
        assertThat(bases(tree.end())).as("found, and nothing says how long addresses are").containsExactly(-1L);
    }

    @Test
    void whatABusSaysHoldsForItsNodesOnly() throws DriverException {
        DeviceTreeBlob tree = root(2, 2);
        tree.begin("disabled").strings("status", "disabled").cells("#address-cells", 2).cells("#size-cells", 2);
        device(tree, 1).end().end();
        tree.begin("translates").cells("ranges", 1).cells("#address-cells", 2).cells("#size-cells", 2);
        device(tree, 2).end().end();
        tree.begin("narrow").cells("#address-cells", 1).cells("#size-cells", 1);
        tree.begin("d").strings("compatible", DEVICE).cells("reg", 0x3000, 0x200).end().end();
        tree.begin("silent");
        tree.begin("d").strings("compatible", DEVICE).cells("reg", 0, 0x4000, 0x200).end().end();
        device(tree, 5).end();
        assertThat(bases(tree.end())).containsExactly(-1L, 0x3000L, 0x4000L, 0x5000L);
        assertThat(machine.log().lines()).hasSize(1);
        assertThat(machine.log().lines().toString()).contains("a bus that translates addresses");
    }

    @Test
    void aDisabledNodeDoesNotDisableItsNeighbour() throws DriverException {
        DeviceTreeBlob tree = root(2, 2);
        device(tree, 1).strings("status", "disabled").end();
        device(tree, 2).end();
        device(tree, 3).strings("status", "okay").strings("status", "disabled").strings("status", "okay").end();
        device(tree, 4).end();
        assertThat(bases(tree.end())).containsExactly(0x2000L, 0x4000L);
    }

    @Test
    void nodesOfADisabledNodeAreDisabledThoughTheBusBesideTranslates() throws DriverException {
        DeviceTreeBlob tree = root(2, 2);
        tree.begin("bus").cells("ranges", 1).begin("inner").cells("#address-cells", 2).cells("#size-cells", 2);
        device(tree, 1).end().end().end();
        tree.begin("off").strings("status", "disabled").begin("inner").cells("#address-cells", 2).cells("#size-cells", 2);
        device(tree, 2).end().end().end();
        assertThat(bases(tree.end())).as("the first is found, and cannot be placed").containsExactly(-1L);
    }

    @Test
    void aDeviceThatHoldsNodesIsFoundBeforeThem() throws DriverException {
        DeviceTreeBlob tree = root(2, 2);
        device(tree, 1).cells("#address-cells", 2).cells("#size-cells", 2);
        device(tree, 2).end().end();
        device(tree, 3).end();
        assertThat(bases(tree.end())).containsExactly(0x1000L, 0x2000L, 0x3000L);
    }

    @Test
    void whatADeviceSaysOfItsOwnNodesIsNotForItself() throws DriverException {
        DeviceTreeBlob tree = root(2, 2);
        device(tree, 1).cells("ranges", 1).cells("#address-cells", 1).cells("#size-cells", 1).end();
        assertThat(places(tree.end())).containsExactly(new MmioPlace(0x1000, 0x200, MmioPlace.NO_INTERRUPT));
    }

    @Test
    void aBusOnATranslatingBusTranslatesThoughItsOwnRangesAreEmpty() throws DriverException {
        DeviceTreeBlob tree = root(2, 2).begin("outer").cells("ranges", 1);
        tree.begin("inner").cells("ranges").cells("#address-cells", 2).cells("#size-cells", 2);
        assertThat(bases(device(tree, 1).end().end().end().end())).containsExactly(-1L);
    }

    @Test
    void whatOneNodeSaysIsNotWhatTheNextOneSays() throws DriverException {
        DeviceTreeBlob tree = root(2, 2);
        device(tree, 1).cells("interrupts", 7).end();
        tree.begin("no device").cells("reg", 0, 0x2000, 0, 0x200).end();
        tree.begin("no place").strings("compatible", DEVICE).end();
        device(tree, 4).end();
        List<MmioPlace> places = places(tree.end());
        assertThat(places).containsExactly(new MmioPlace(0x1000, 0x200, 7), null, new MmioPlace(0x4000, 0x200, MmioPlace.NO_INTERRUPT));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 8", "2, 2, 16", "1, 2, 12"})
    void aRegMayBeLongerThanNeededAndNotShorter(int addresses, int sizes, int needed) throws DriverException {
        for (int bytes = needed - 1; bytes <= needed + 4; bytes++) {
            byte[] reg = new byte[bytes];
            reg[4 * addresses - 2] = 0x10;
            DeviceTreeBlob tree = root(addresses, sizes).begin("d").strings("compatible", DEVICE).property("reg", reg).end();
            assertThat(bases(tree.end())).as("%d bytes", bytes).containsExactly(bytes < needed ? -1L : 0x1000L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#address-cells", "#size-cells"})
    void aBusHasUpToFourCells(String name) throws DriverException {
        assertThat(bases(new DeviceTreeBlob().begin("").cells(name, 4).end())).isEmpty();
        for (long[] wrong : new long[][] {{5}, {0xFFFF_FFFFL}, {}, {2, 2}}) {
            Refusal.expect(Errno.EBADMSG, () -> bases(new DeviceTreeBlob().begin("").cells(name, wrong).end()));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "2, 3", "4, 1", "0, 1"})
    void numbersOfMoreThanTwoCellsAreNotSupported(int addresses, int sizes) throws DriverException {
        DeviceTreeBlob tree = root(addresses, sizes).begin("d").strings("compatible", DEVICE).cells("reg", 0, 0, 0, 0, 0, 0).end();
        byte[] blob = tree.end().blob();
        DeviceTreeWalk walk = new DeviceTreeWalk(blob);
        assertThat(walk.findNext(blob)).isTrue();
        Refusal.expect(Errno.EOPNOTSUPP, () -> walk.place(blob));
        walk.release();
    }

    @Test
    void onlyTheNamesThatMatterMatter() throws DriverException {
        DeviceTreeBlob tree = root(2, 2).cells("regs", 1).cells("re", 1).strings("statu", "disabled").strings("statusxxxxxxx", "disabled")
                .cells("range", 1).cells("rangesx", 1).cells("rangesxxxxxxxx", 1).cells("abc", 1).strings("abcdefgh-cells", "");
        device(tree, 1).cells("regs", 0, 0x9000, 0, 0x200).cells("re", 0, 0x9000, 0, 0x200).strings("status-x", "disabled")
                .strings("statu", "disabled").cells("range", 1).cells("rangesx", 1).cells("interrupts-extended", 3)
                .cells("interrupt", 3).cells("#address-cellsx", 9).cells("#size-cell", 9).cells("#size-cellsx", 9)
                .cells("#address-cell", 9).strings("compatiblex", "other").strings("compatibl", "other").cells("regxxxxxxx", 9)
                .strings("statusxxxxxxx", "disabled").cells("rangesxxxxxxxx", 9).end();
        assertThat(places(tree.end())).containsExactly(new MmioPlace(0x1000, 0x200, MmioPlace.NO_INTERRUPT));
    }

    @Test
    void aPropertyWhoseNameIsBehindTheNamesIsBroken() {
        byte[] blob = device(root(2, 2), 1).end().end().blob();
        ByteBuffer header = ByteBuffer.wrap(blob);
        int strings = header.getInt(32);
        int last = lastNameOffset(header);
        header.putInt(last, strings);
        Refusal.expect(Errno.EBADMSG, () -> walkAll(blob));
        header.putInt(last, strings - 1);
        assertThatCode(() -> walkAll(blob)).as("an empty name is the last that there is").doesNotThrowAnyException();
    }

    @Test
    void aStringThatLeavesTheTreeIsBroken() {
        DeviceTreeBlob tree = root(2, 2).begin("d").strings("compatible", DEVICE);
        byte[] blob = tree.end().end().blob();
        ByteBuffer header = ByteBuffer.wrap(blob);
        header.putInt(lastNameOffset(header) - 4, 0x7FFF_FFFF);
        Refusal.expect(Errno.EBADMSG, () -> walkAll(blob));
        assertThat(machine.log().lines().toString()).contains("device tree is broken at offset 0x");
    }

    @Test
    void theWalkIsOverWhereTheTreeIs() throws DriverException {
        byte[] blob = device(root(2, 2), 1).end().end().blob();
        DeviceTreeWalk walk = new DeviceTreeWalk(blob);
        assertThat(walk.findNext(blob)).isTrue();
        assertThat(walk.findNext(blob)).isFalse();
        walk.release();
    }

    private static DeviceTreeBlob nested(int others) {
        DeviceTreeBlob tree = root(2, 2);
        for (int i = 1; i < others; i++) {
            tree.begin("bus").cells("#address-cells", 2).cells("#size-cells", 2);
        }
        device(tree, 1);
        for (int i = 0; i <= others; i++) {
            tree.end();
        }
        return tree;
    }

    private static DeviceTreeBlob root(long addressCells, long sizeCells) {
        return new DeviceTreeBlob().begin("").cells("#address-cells", addressCells).cells("#size-cells", sizeCells);
    }

    /** A device's node, open. */
    private static DeviceTreeBlob device(DeviceTreeBlob tree, int number) {
        return tree.begin("d@" + number).strings("compatible", DEVICE).cells("reg", 0, 0x1000L * number, 0, 0x200);
    }

    /** Where the last property of a tree has the offset of its name. */
    private static int lastNameOffset(ByteBuffer blob) {
        int end = blob.getInt(8) + blob.getInt(36);
        for (int at = end - 4; ; at -= 4) {
            if (blob.getInt(at) == 3 && blob.getInt(at + 4) < 64 && blob.getInt(at + 8) < blob.getInt(32)) {
                return at + 8;
            }
        }
    }

    private static List<Long> bases(DeviceTreeBlob tree) throws DriverException {
        return places(tree).stream().map(place -> place == null ? -1L : place.base()).toList();
    }

    private static List<MmioPlace> places(DeviceTreeBlob tree) throws DriverException {
        return walkAll(tree.blob());
    }

    /** The places of all devices; null for one that cannot be placed. */
    private static List<MmioPlace> walkAll(byte[] blob) throws DriverException {
        List<MmioPlace> places = new ArrayList<>();
        DeviceTreeWalk walk = new DeviceTreeWalk(blob);
        while (walk.findNext(blob)) {
            places.add(placeOrNull(walk, blob));
        }
        walk.release();
        return places;
    }

    private static MmioPlace placeOrNull(DeviceTreeWalk walk, byte[] blob) {
        try {
            return walk.place(blob);
        } catch (DriverException e) {
            return null;
        }
    }
}
