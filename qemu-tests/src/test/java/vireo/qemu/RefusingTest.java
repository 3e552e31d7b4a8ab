// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Requests that cannot succeed end with the right error, and the disk goes on. */
class RefusingTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> requestsOutsideTheDiskAreRefused() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        GuestRun run = BlockGuest.scenario("limits", 1, folder).disk(Disk.raw("disk", image.file())).boot();
        return run.tests(
                dynamicTest("the image is as before", () -> image.requirePattern(0, 64, BlockGuest.SEEDED)));
    }

    @TestFactory
    Stream<DynamicTest> aDiskOf4096ByteBlocksTakesWholeBlocks() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        GuestRun run = BlockGuest.scenario("blocks", 1, folder)
                .disk(Disk.raw("disk", image.file()).with("logical_block_size=4096,physical_block_size=4096"))
                .boot();
        return run.tests(dynamicTest("the image holds the block that was written and is else as before", () -> {
            image.requirePattern(0, 16, BlockGuest.SEEDED);
            image.requireBytes(16, BlockGuest.SEEDED.sectors(24, 8));
            image.requirePattern(24, 40, BlockGuest.SEEDED);
        }));
    }

    @TestFactory
    Stream<DynamicTest> aReadOnlyDiskIsReadAndNotWritten() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        GuestRun run = BlockGuest.scenario("read-only", 1, folder)
                .disk(Disk.readOnly("disk", image.file()))
                .boot();
        return run.tests(
                dynamicTest("the image is as before", () -> image.requirePattern(0, 64, BlockGuest.SEEDED)));
    }

    @TestFactory
    Stream<DynamicTest> aBadSectorIsAnErrorAndTheNextOneReads() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        return BlockGuest.scenario("bad-sector", 1, folder)
                .disk(Disk.raw("disk", image.file())
                        .behind("blkdebug", "image",
                                ",inject-error.0.event=none,inject-error.0.sector=9,inject-error.0.iotype=read")
                        .with("rerror=report"))
                .boot()
                .tests();
    }

    /** After the first request the storage answers nothing more for minutes. */
    @TestFactory
    Stream<DynamicContainer> aDeviceThatHangsEndsInATimeout() {
        return Cell.WAITINGS.stream().map(waiting -> {
            Path place = folder.resolve(waiting.label());
            Booting booting = Booting.of(() -> {
                DiskImage image = DiskImage.seeded(place.resolve("disk.img"), 64, BlockGuest.SEEDED);
                return BlockGuest.scenario("hang", 1, place)
                        .word(waiting.word())
                        .disk(Disk.raw("disk", image.file()).hangingAfterFirstRead())
                        .boot();
            });
            return dynamicContainer(waiting.label(), Stream.of(
                    dynamicTest(waiting.label() + ": the guest ended well", () -> booting.run().requireGoodEnd()),
                    dynamicTest(waiting.label() + ": the log names the disk", () ->
                            booting.run().requireLogged(booting.run().fact("disk0.name")))));
        });
    }
}
