// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the host seeded is what the guest reads through the generated driver. */
class ReadingTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everySectorOfASeededImageIsReadBack() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 2000, BlockGuest.SEEDED);
        GuestRun run = BlockGuest.scenario("read", 1, folder).disk(Disk.raw("disk", image.file())).boot();
        return run.tests(
                dynamicTest("the guest saw all of the disk", () ->
                        assertThat(run.fact("disk0.sectors")).isEqualTo("2000")),
                dynamicTest("the guest's checksum is the image's", () ->
                        assertThat(run.fact("disk0.checksum")).isEqualTo(image.checksum())));
    }

    @TestFactory
    Stream<DynamicTest> requestsOfManySectorsAreReadBack() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 20001, BlockGuest.SEEDED);
        return BlockGuest.scenario("read-many", 1, folder)
                .disk(Disk.raw("disk", image.file()))
                .boot()
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> twoDisksAreToldApart() {
        DiskImage first = DiskImage.seeded(folder.resolve("a.img"), 512, BlockGuest.SEEDED);
        DiskImage second = DiskImage.seeded(
                folder.resolve("b.img"), 301, new SectorPattern(BlockGuest.SEEDED.seed() + 1));
        GuestRun run = BlockGuest.scenario("read", 2, folder)
                .disk(Disk.raw("a", first.file()))
                .disk(Disk.raw("b", second.file()))
                .boot();
        return run.tests(
                dynamicTest("the first disk is the first image", () ->
                        assertThat(run.fact("disk0.checksum")).isEqualTo(first.checksum())),
                dynamicTest("the second disk is the second image", () ->
                        assertThat(run.fact("disk1.checksum")).isEqualTo(second.checksum())),
                dynamicTest("their names differ", () ->
                        assertThat(run.fact("disk0.name")).isNotEqualTo(run.fact("disk1.name"))));
    }

    @TestFactory
    Stream<DynamicTest> pciIsReachedThroughPortsToo() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        return BlockGuest.scenario("read", 1, folder)
                .word("pci=ports")
                .disk(Disk.raw("disk", image.file()))
                .boot()
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aTransitionalDeviceIsDrivenByItsModernInterface() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        return BlockGuest.scenario("read", 1, folder)
                .disk(Disk.raw("disk", image.file()).with("disable-legacy=off"))
                .boot()
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aDeviceThatIsModernOnlyIsDriven() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        return BlockGuest.scenario("read", 1, folder)
                .disk(Disk.raw("disk", image.file()).with("disable-legacy=on"))
                .boot()
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> aLegacyDeviceIsDriven() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        return BlockGuest.scenario("read", 1, folder)
                .disk(Disk.raw("disk", image.file()).with("disable-legacy=off,disable-modern=on"))
                .boot()
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> theRingsIndicesWrapAround() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 8, BlockGuest.SEEDED);
        return BlockGuest.scenario("wrap", 1, folder)
                .disk(Disk.raw("disk", image.file()))
                .limit(Duration.ofMinutes(2))
                .boot()
                .tests();
    }
}
