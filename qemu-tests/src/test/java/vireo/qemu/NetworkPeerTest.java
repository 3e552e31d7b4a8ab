// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Frames of all sizes between the guest's network card and this test: none is lost, and each is the same byte for byte. */
class NetworkPeerTest {

    private static final String MAC = "52:54:00:be:ef:01";
    private static final int FRAMES = 10_000;

    /** More than any ring holds: the rest waits in QEMU and in the socket. */
    private static final int BURST_BEYOND_THE_RING = 640;

    /** As many of the longest frames as the host's socket has room for. */
    private static final int BURST_OF_DATAGRAMS = 40;

    @TempDir
    Path folder;

    @Test
    void theFramesHaveAllSizesThatThereAre() {
        Set<Integer> sizes = new HashSet<>();
        IntStream.range(0, FRAMES).forEach(number -> sizes.add(FramePeer.sizeOf(number)));
        assertThat(sizes).hasSize(1455).contains(60, 1514).allMatch(size -> size >= 60 && size <= 1514);
    }

    @TestFactory
    Stream<DynamicTest> tenThousandFramesGoBothWaysInBurstsBeyondTheRing() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Waiting waiting : Cell.WAITINGS) {
            tests.add(exchange(Machine.Q35, TransportKind.PCI_MODERN, waiting, true));
            tests.add(exchange(Machine.Q35, TransportKind.PCI_LEGACY, waiting, true));
            tests.add(exchange(Machine.MICROVM, TransportKind.MMIO_2, waiting, true));
            tests.add(exchange(Machine.AARCH64_VIRT, TransportKind.MMIO_1, waiting, true));
            tests.add(exchange(Machine.RISCV64_VIRT, TransportKind.PCI_MODERN, waiting, true));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> tenThousandFramesGoBothWaysAsDatagramsWithinACredit() {
        return Cell.WAITINGS.stream().map(waiting -> exchange(Machine.Q35, TransportKind.PCI_MODERN, waiting, false));
    }

    private DynamicTest exchange(Machine machine, TransportKind transport, Waiting waiting, boolean stream) {
        String name = machine.label() + ", " + transport.label() + ", " + waiting.label()
                + (stream ? ", stream" : ", datagrams");
        Path place = folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-"));
        Booting booting = Booting.of(() -> exchange(machine, transport, waiting, stream, place));
        return dynamicTest(name, () -> booting.run().requireGoodEnd());
    }

    private static GuestRun exchange(
            Machine machine, TransportKind transport, Waiting waiting, boolean stream, Path place) {
        FrameLink link = stream ? FrameLink.stream(place.resolve("wire")) : FrameLink.datagrams();
        try (FramePeer peer = new FramePeer(link, MAC)) {
            GuestRun run = QemuMachine.of(machine, GuestProgram.DEVICES.elf(machine.architecture()), place)
                    .word("scenario=frames")
                    .word("frames=" + FRAMES)
                    .word("burst=" + (stream ? BURST_BEYOND_THE_RING : BURST_OF_DATAGRAMS))
                    .word("probe=" + machine.probeFor(transport))
                    .word(waiting.word())
                    .arguments(machine.argumentsFor(transport))
                    .arguments(transport.arguments())
                    .arguments(link.arguments("net0"))
                    .device(transport.device("virtio-net", "netdev=net0,mac=" + MAC + transport.withoutRom()))
                    .limit(Duration.ofSeconds(120))
                    .boot();
            run.require((run.count("interrupts") == 0) == (waiting == Waiting.POLLING),
                    "interrupts are for those who wait for them: " + run.fact("interrupts") + " came");
            try {
                peer.requireFrames(FRAMES, 5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + run.log(), e);
            }
            return run;
        }
    }
}
