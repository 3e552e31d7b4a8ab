// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the guest writes is on the host's image after the guest has gone, and nothing else changed. */
class WritingTest {

    private static final int SECTORS = 1500;

    @TempDir
    Path folder;

    /** A run of sectors that the guest writes. */
    private record Written(long first, int count) {}

    /** The guest's own list: guest/block/writing.c. */
    private static final List<Written> WRITTEN = List.of(
            new Written(0, 1), new Written(3, 2), new Written(100, 64), new Written(301, 7),
            new Written(512, 128), new Written(SECTORS - 1, 1));

    private static void requireWrittenAndNothingElse(DiskImage image, int disk, SectorPattern before) {
        long untouched = 0;
        for (Written run : WRITTEN) {
            image.requirePattern(untouched, run.first() - untouched, before);
            image.requirePattern(run.first(), run.count(), BlockGuest.written(disk));
            untouched = run.first() + run.count();
        }
        assertThat(untouched).as("the list ends with the disk").isEqualTo(image.sectors());
    }

    @TestFactory
    Stream<DynamicTest> writesPersistOnTheHost() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), SECTORS, BlockGuest.SEEDED);
        GuestRun run = BlockGuest.scenario("write", 1, folder).disk(Disk.raw("disk", image.file())).boot();
        return run.tests(dynamicTest("the image holds what was written and is else as before", () ->
                requireWrittenAndNothingElse(image, 0, BlockGuest.SEEDED)));
    }

    @TestFactory
    Stream<DynamicTest> writesGoToTheDiskTheyAreMeantFor() {
        SectorPattern secondSeed = new SectorPattern(BlockGuest.SEEDED.seed() + 1);
        DiskImage first = DiskImage.seeded(folder.resolve("a.img"), SECTORS, BlockGuest.SEEDED);
        DiskImage second = DiskImage.seeded(folder.resolve("b.img"), SECTORS, secondSeed);
        GuestRun run = BlockGuest.scenario("write", 2, folder)
                .disk(Disk.raw("a", first.file()))
                .disk(Disk.raw("b", second.file()))
                .boot();
        return run.tests(
                dynamicTest("the first image is right", () ->
                        requireWrittenAndNothingElse(first, 0, BlockGuest.SEEDED)),
                dynamicTest("the second image is right", () ->
                        requireWrittenAndNothingElse(second, 1, secondSeed)));
    }

    /** What reaches the storage, in its order: each write, and the flush that makes it durable. */
    @TestFactory
    Stream<DynamicTest> flushesReachTheStorageBetweenTheWritesTheyAreFor() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        Path log = folder.resolve("writes.log");
        GuestRun run = BlockGuest.scenario("flush", 1, folder)
                .word("flushes=3")
                .disk(Disk.raw("disk", image.file()).logged(log))
                .boot();
        return run.tests(
                dynamicTest("three writes, each followed by a flush, reached the storage", () ->
                        assertThat(WriteLog.read(log))
                                .containsExactly("write 1 at 0", "flush", "write 1 at 1", "flush", "write 1 at 2", "flush")),
                dynamicTest("the writes are on the image", () -> image.requirePattern(0, 3, BlockGuest.written(0))));
    }

    @TestFactory
    Stream<DynamicTest> aFlushThatFailsOnTheHostIsAnError() {
        DiskImage image = DiskImage.seeded(folder.resolve("disk.img"), 64, BlockGuest.SEEDED);
        return BlockGuest.scenario("flush-error", 1, folder)
                .disk(Disk.raw("disk", image.file())
                        .behind("blkdebug", "image", ",inject-error.0.event=none,inject-error.0.iotype=flush")
                        .with("write-cache=on"))
                .boot()
                .tests();
    }
}
