// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Byte numbers and sector numbers above 32 bits: a sparse image of 3 TiB. */
class LargeDiskTest {

    private static final long SECTORS = 3L << 31;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> sectorsBeyond32BitsAreReadAndWritten() {
        DiskImage image = DiskImage.blank(folder.resolve("disk.img"), SECTORS);
        // The places that guest/block/reading.c looks at.
        LongStream.of(7, 0x7ffffc, 0x800007, 0xfffffffcL, 0x100000007L)
                .forEach(first -> image.seed(first, 8, BlockGuest.SEEDED));
        GuestRun run = BlockGuest.scenario("far", 1, folder).disk(Disk.raw("disk", image.file())).boot();
        return run.tests(
                dynamicTest("the guest saw all of the disk", () ->
                        assertThat(run.fact("disk0.sectors")).isEqualTo(Long.toString(SECTORS))),
                dynamicTest("the last sector is written", () ->
                        image.requirePattern(SECTORS - 1, 1, BlockGuest.SEEDED)),
                dynamicTest("a sector beyond 2^32 is written", () ->
                        image.requirePattern(0x123456789L, 1, BlockGuest.SEEDED)));
    }
}
