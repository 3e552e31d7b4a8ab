// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
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
    Stream<DynamicContainer> sixteenRequestsAtOnce() {
        return everywhere(16);
    }

    @TestFactory
    Stream<DynamicContainer> asManyAsTheDriverTakes() {
        return everywhere(64);
    }

    /** What the boots have in common. */
    private record Flight(String name, DiskImage image, Booting booting) {}

    /** On every machine that has PCI with I/O ports, side by side. */
    private Stream<DynamicContainer> everywhere(int requests) {
        List<Flight> flights = new ArrayList<>();
        for (Machine machine : List.of(Machine.Q35, Machine.AARCH64_VIRT, Machine.RISCV64_VIRT)) {
            for (TransportKind transport : List.of(TransportKind.PCI_MODERN, TransportKind.PCI_LEGACY)) {
                for (Waiting waiting : Cell.WAITINGS) {
                    flights.add(start(machine, transport, waiting, requests, folder.resolve("boot" + flights.size())));
                }
            }
        }
        return flights.stream().map(flight -> dynamicContainer(flight.name(), tests(flight, requests)));
    }

    private static Flight start(
            Machine machine, TransportKind transport, Waiting waiting, int requests, Path home) {
        DiskImage image = DiskImage.seeded(
                home.resolve("disk.img"), ROUNDS * PLACES * SECTORS_OF_REQUEST, BlockGuest.SEEDED);
        Booting booting = Booting.of(() -> BlockGuest.scenario(machine, "flight", 1, home)
                .word("slots=" + requests)
                .word(waiting.word())
                // Without an event file descriptor in between, each doorbell is one trace event.
                .arguments(Disk.raw("disk", image.file()).with("ioeventfd=off")
                        .arguments(transport.device("virtio-blk", "")))
                .trace("virtio_queue_notify")
                .boot());
        return new Flight(machine.label() + ", " + transport.label() + ", " + waiting.label(), image, booting);
    }

    private static Stream<DynamicTest> tests(Flight flight, int requests) {
        GuestRun run = flight.booting().run();
        DiskImage image = flight.image();
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
