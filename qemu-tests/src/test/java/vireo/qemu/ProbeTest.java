// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The probe finds what it can drive, says why it skips the rest, and goes on. */
class ProbeTest {

    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> noDiskIsNoError() {
        return BlockGuest.scenario("list", 0, folder).boot().tests();
    }

    @TestFactory
    Stream<DynamicTest> aDiskIsNamedByItsPlaceOnTheBus() {
        GuestRun run = BlockGuest.scenario("list", 1, folder)
                .disk(Disk.empty("disk", MEBIBYTE).with("addr=05.0"))
                .boot();
        return run.tests(dynamicTest("its name says what and where it is", () ->
                assertThat(run.fact("disk0.name")).isEqualTo("virtio-blk0 at 00:05.0")));
    }

    @TestFactory
    Stream<DynamicTest> functionsOfOneDeviceAreAllFound() {
        GuestRun run = BlockGuest.scenario("list", 2, folder)
                .disk(Disk.empty("a", MEBIBYTE).with("addr=06.0,multifunction=on"))
                .disk(Disk.empty("b", MEBIBYTE).with("addr=06.3"))
                .boot();
        return run.tests(dynamicTest("the second is named by its function", () ->
                assertThat(run.fact("disk1.name")).isEqualTo("virtio-blk1 at 00:06.3")));
    }

    @TestFactory
    Stream<DynamicTest> otherDevicesAreLeftAlone() {
        GuestRun run = BlockGuest.scenario("list", 1, folder)
                .device("virtio-rng-pci")
                .device("virtio-balloon-pci")
                .disk(Disk.empty("disk", MEBIBYTE))
                .device("virtio-scsi-pci")
                .boot();
        return run.tests(dynamicTest("nothing is logged as an error", () ->
                assertThat(run.serial()).doesNotContain("# error:")));
    }

    /** Its registers lie in I/O ports; the disks around it are modern. */
    @TestFactory
    Stream<DynamicTest> aLegacyDiskIsFoundBetweenTheOthers() {
        List<DiskImage> images = IntStream.range(0, 3)
                .mapToObj(disk -> DiskImage.seeded(folder.resolve(disk + ".img"), 64,
                        new SectorPattern(BlockGuest.SEEDED.seed() + disk)))
                .toList();
        GuestRun run = BlockGuest.scenario("read", 3, folder)
                .disk(Disk.raw("a", images.get(0).file()).with("addr=06.0"))
                .disk(Disk.raw("b", images.get(1).file()).with("addr=07.0,disable-modern=on,disable-legacy=off"))
                .disk(Disk.raw("c", images.get(2).file()).with("addr=08.0"))
                .boot();
        return run.tests(dynamicTest("it is named by its place on the bus as well", () ->
                assertThat(run.fact("disk1.name")).endsWith(" at 00:07.0")));
    }

    /** It insists on a feature that the driver does not have, so it refuses the driver's set. */
    @TestFactory
    Stream<DynamicTest> aDeviceThatRefusesTheFeaturesIsLoggedAndTheOthersGoOn() {
        return skipped(Disk.empty("bad", MEBIBYTE).with("iommu_platform=on,disable-legacy=on"));
    }

    /** Between two good disks, a bad one at 00:07.0. */
    private Stream<DynamicTest> skipped(Disk bad) {
        DiskImage first = DiskImage.seeded(folder.resolve("a.img"), 64, BlockGuest.SEEDED);
        DiskImage last = DiskImage.seeded(
                folder.resolve("b.img"), 64, new SectorPattern(BlockGuest.SEEDED.seed() + 1));
        GuestRun run = BlockGuest.scenario("read", 2, folder)
                .disk(Disk.raw("a", first.file()).with("addr=06.0"))
                .disk(bad.with("addr=07.0"))
                .disk(Disk.raw("b", last.file()).with("addr=08.0"))
                .boot();
        return run.tests(
                dynamicTest("the log says which device was skipped", () ->
                        assertThat(run.serial()).containsPattern("# (error|warn): .*00:07\\.0")),
                dynamicTest("the good disks are the ones around it", () -> {
                    assertThat(run.fact("disk0.name")).endsWith(" at 00:06.0");
                    assertThat(run.fact("disk1.name")).endsWith(" at 00:08.0");
                }));
    }
}
