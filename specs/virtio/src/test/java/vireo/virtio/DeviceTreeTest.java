// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;

/** The header of a device tree and the numbers in it, to the last byte that there is. */
class DeviceTreeTest {
    private static final int MAGIC = 0xD00D_FEED;
    private static final int HEADER = 40;

    private final Simulation machine = Simulation.sequential();

    @AfterEach
    void closeMachine() {
        machine.close();
    }

    @Test
    void theHeaderSaysWhereThePartsAre() throws DriverException {
        assertThat(DeviceTree.open(header(60, 40, 12, 52, 8))).isEqualTo(new DeviceTree(40, 52, 52, 60));
    }

    @Test
    void theNamesMayComeFirst() throws DriverException {
        assertThat(DeviceTree.open(header(60, 48, 12, 40, 8))).isEqualTo(new DeviceTree(48, 60, 40, 48));
    }

    @Test
    void aTreeMayBeAllOfItsBlobOrLess() throws DriverException {
        byte[] blob = header(60, 40, 12, 52, 8);
        assertThat(DeviceTree.open(Arrays.copyOf(blob, 61)).stringsEnd()).isEqualTo(60);
        Refusal.expect(Errno.EBADMSG, () -> DeviceTree.open(Arrays.copyOf(blob, 59)));
        assertThat(machine.log().lines().toString()).contains("device tree of 60 bytes in a blob of 59");
    }

    @Test
    void aHeaderAloneIsATreeWithoutParts() throws DriverException {
        byte[] blob = header(HEADER, 40, 0, 40, 0);
        assertThat(DeviceTree.open(Arrays.copyOf(blob, HEADER)).structureEnd()).isEqualTo(40);
        Refusal.expect(Errno.EBADMSG, () -> DeviceTree.open(Arrays.copyOf(blob, HEADER - 1)));
    }

    @ParameterizedTest
    @CsvSource({"40, 21, 52, 8", "40, 12, 52, 9", "61, 0, 52, 8", "40, 12, 61, 0", "42, 8, 52, 8", "41, 8, 52, 8", "43, 8, 52, 8"})
    void partsThatLeaveTheTreeOrAreMisalignedAreRefused(int structure, int structureSize, int strings, int stringsSize) {
        Refusal.expect(Errno.EBADMSG, () -> DeviceTree.open(header(60, structure, structureSize, strings, stringsSize)));
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "17, 16", "18, 17", "99, 2"})
    void versionsThatAreCompatibleWith17AreRead(int version, int compatible) throws DriverException {
        assertThat(DeviceTree.open(versions(version, compatible)).structure()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "18, 18", "17, 18"})
    void othersAreNot(int version, int compatible) {
        Refusal.expect(Errno.EOPNOTSUPP, () -> DeviceTree.open(versions(version, compatible)));
    }

    @Test
    void aTreeOfTheGreatestSizeIsReadAndALargerOneIsNot() throws DriverException {
        assertThat(DeviceTree.MAX_SIZE).isEqualTo(8 << 20);
        byte[] blob = Arrays.copyOf(header(DeviceTree.MAX_SIZE, 40, 12, 52, 8), DeviceTree.MAX_SIZE + 4);
        assertThat(DeviceTree.open(blob).structure()).isEqualTo(40);
        ByteBuffer.wrap(blob).putInt(4, DeviceTree.MAX_SIZE + 1);
        Refusal.expect(Errno.EBADMSG, () -> DeviceTree.open(blob));
    }

    @Test
    void theLastCellIsReadAndNoneBehindIt() throws DriverException {
        byte[] blob = {1, 2, 3, 4, (byte) 0xFF, (byte) 0xFE, (byte) 0xFD, (byte) 0xFC};
        assertThat(DeviceTree.cell(blob, 0)).isEqualTo(0x0102_0304L);
        assertThat(DeviceTree.cell(blob, 4)).isEqualTo(0xFFFE_FDFCL);
        for (int at = 5; at < 10; at++) {
            int behind = at;
            Refusal.expect(Errno.EBADMSG, () -> DeviceTree.cell(blob, behind));
        }
    }

    @Test
    void aNumberHasOneCellOrTwo() throws DriverException {
        byte[] blob = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        assertThat(DeviceTree.number(blob, 4, 1)).isEqualTo(0x0506_0708L);
        assertThat(DeviceTree.number(blob, 4, 2)).isEqualTo(0x0506_0708_090A_0B0CL);
        Refusal.expect(Errno.EBADMSG, () -> DeviceTree.number(blob, 9, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4})
    void othersAreNotSupported(int cells) {
        Refusal.expect(Errno.EOPNOTSUPP, () -> DeviceTree.number(new byte[32], 0, cells));
    }

    private static byte[] versions(int version, int compatible) {
        byte[] blob = header(60, 40, 12, 52, 8);
        ByteBuffer.wrap(blob).putInt(20, version).putInt(24, compatible);
        return blob;
    }

    private static byte[] header(int size, int structure, int structureSize, int strings, int stringsSize) {
        ByteBuffer blob = ByteBuffer.allocate(60);
        blob.putInt(MAGIC).putInt(size).putInt(structure).putInt(strings).putInt(HEADER);
        blob.putInt(17).putInt(16).putInt(0).putInt(stringsSize).putInt(structureSize);
        return blob.array();
    }
}
