// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits that callers rely on, restated: a kernel that is written for one of them breaks where it changes. */
class DriverLimitsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource({"sizes", "counts", "times"})
    void theLimitIsWhatCallersWereTold(String what, long limit, long told) {
        assertThat(limit).as(what).isEqualTo(told);
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                arguments("a region of DMA memory has up to 1 GiB", DmaRegionProvider.MAX_REGION_SIZE, 1L << 30),
                arguments("so has a descriptor", VirtQueue.MAX_SEGMENT, 1L << 30),
                arguments("and a transfer of a disk", VirtioBlkDevice.MAX_TRANSFER, 1L << 30),
                arguments("regions start on a cache line", KernelDma.ALIGNMENT, 64),
                arguments("bytes are copied to and from a disk by 64 KiB", BlkMemory.COPY_SIZE, 64 << 10),
                arguments("the smallest block of a disk", BlkGeometry.MIN_BLOCK_SIZE, 512),
                arguments("the largest block of a disk", BlkGeometry.MAX_BLOCK_SIZE, 4096),
                arguments("a console's write is cut into pages", VirtioConsoleDevice.MAX_WRITE, 4096),
                arguments("what is typed comes in pieces", ConsoleInput.BUFFER_SIZE, 256),
                arguments("random bytes come by the page", VirtioRngDevice.MAX_REQUEST, 4096),
                arguments("a frame has two addresses and a type at least", NetworkDevice.MIN_FRAME, 14),
                arguments("and 1500 bytes more at most", NetworkDevice.MAX_FRAME, 1514),
                arguments("a frame that is filled in place has as much room", TransmitFrame.SIZE, 1514),
                arguments("a buffer of a queue of buffers", BufferQueue.MAX_BUFFER_SIZE, 64 << 10),
                arguments("text has up to 16 MiB", AsciiText.MAX_LENGTH, 16 << 20));
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                arguments("descriptors of a queue", VirtQueue.MAX_SIZE, 256),
                arguments("queues of a device", Transport.MAX_QUEUES, 8),
                arguments("vectors: one a queue, and the configuration's", Transport.MAX_VECTORS, 9),
                arguments("requests of a disk in flight", VirtioBlkDevice.MAX_REQUESTS, 64),
                arguments("buffers of a console's input", ConsoleInput.BUFFERS, 64),
                arguments("buffers of a card, each way", NetQueue.MAX_BUFFERS, 64),
                arguments("base address registers", PciBar.COUNT, 6));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments("milliseconds for a request of a disk", VirtioBlkDevice.REQUEST_MILLISECONDS, 5000),
                arguments("milliseconds for a write of a console", VirtioConsoleDevice.WRITE_MILLISECONDS, 5000),
                arguments("milliseconds for random bytes", VirtioRngDevice.REQUEST_MILLISECONDS, 5000),
                arguments("milliseconds for a frame to be sent", NetTransmitter.SEND_MILLISECONDS, 5000),
                arguments("milliseconds for a reset", ResetConfirmation.MILLISECONDS, 1000));
    }
}
