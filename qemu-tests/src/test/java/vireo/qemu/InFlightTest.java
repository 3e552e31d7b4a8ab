// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Several requests are with the device at once, and each one's data end up where they belong. */
class InFlightTest {

    private static final int SECTORS_OF_REQUEST = 8;
    private static final int ROUNDS = 4;
    private static final int PLACES = 64;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> sixteenRequestsAtOnce() {
        return atOnce(16);
    }

    @TestFactory
    Stream<DynamicTest> asManyAsTheDriverTakes() {
        return atOnce(64);
    }

    private Stream<DynamicTest> atOnce(int requests) {
        DiskImage image = DiskImage.seeded(
                folder.resolve("disk.img"), ROUNDS * PLACES * SECTORS_OF_REQUEST, BlockGuest.SEEDED);
        GuestRun run = BlockGuest.scenario("flight", 1, folder)
                .word("slots=" + requests)
                // Without an event file descriptor in between, each doorbell is one trace event.
                .disk(Disk.raw("disk", image.file()).with("ioeventfd=off"))
                .trace("virtio_queue_notify")
                .boot();
        return run.tests(
                dynamicTest("the writes are on the image and nothing else changed", () -> {
                    boolean[] written = new boolean[PLACES];
                    for (int request = 0; request < requests; request++) {
                        // The guest's order of places: guest/block/flight.c.
                        written[request * 29 % PLACES] = true;
                    }
                    for (int place = 0; place < PLACES; place++) {
                        image.requirePattern((long) place * SECTORS_OF_REQUEST, SECTORS_OF_REQUEST,
                                written[place] ? BlockGuest.written(0) : BlockGuest.SEEDED);
                    }
                    long rest = (long) PLACES * SECTORS_OF_REQUEST;
                    image.requirePattern(rest, image.sectors() - rest, BlockGuest.SEEDED);
                }),
                // Four rounds of reads, one of writes, one flush.
                dynamicTest("each batch rang the doorbell once", () ->
                        assertThat(run.traced("virtio_queue_notify")).isEqualTo(ROUNDS + 2)));
    }
}
