// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Text;
import vireo.dsl.jvm.Simulation;

/** Several requests in flight, and devices that do not answer. */
class PipelinedRequestsTest {
    private Simulation machine;
    private KernelDma dma;
    private MockTransport transport;
    private VirtioBlkDevice disk;

    @BeforeEach
    void openDisk() throws DriverException {
        machine = Simulation.sequential();
        dma = new KernelDma(machine.arena());
        transport = new MockTransport(machine);
        disk = new VirtioBlkDevice(transport, dma, new PollingWait(transport), Text.format("virtio-blk0"));
    }

    @AfterEach
    void theDriverKeptToTheProtocol() {
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }

    @Test
    @Conforms("drv.split.avail.4")
    void sixteenRequestsTakeOneNotification() throws DriverException {
        List<BlockRequest> requests = submitReads(16);
        assertThat(transport.notifications()).isZero();
        disk.kick();
        assertThat(transport.notifications()).isEqualTo(1);
        for (int i = 0; i < 16; i++) {
            completeRead(requests.get(i), i);
        }
        assertThat(transport.notifications()).isEqualTo(1);
        close();
    }

    @Test
    void requestsAreCompletedOutOfOrderByTheDeviceAndByTheCaller() throws DriverException {
        transport.block().keep(true);
        List<BlockRequest> requests = submitReads(8);
        disk.kick();
        assertThat(transport.block().kept()).hasSize(8);
        assertThat(disk.isComplete(requests.get(0))).isFalse();
        for (int rest = 8; rest > 0; rest--) {
            transport.block().answerKept(transport.queue(), rest * 5 % 7 % rest);
        }
        for (int i : new int[] {3, 7, 0, 6, 1, 5, 2, 4}) {
            completeRead(requests.get(i), i);
        }
        close();
    }

    @Test
    void completionWithoutKickStartsTheRequest() throws DriverException {
        completeRead(submitReads(1).get(0), 0);
        assertThat(transport.notifications()).isEqualTo(1);
        close();
    }

    @Test
    void onlySoManyRequestsFitAndTheNextKeepsItsBuffer() throws DriverException {
        transport.block().keep(true);
        List<BlockRequest> requests = submitReads(VirtioBlkDevice.MAX_REQUESTS);
        DmaRegion refused = disk.allocateBuffer(512);
        Refusal.expect(Errno.ENOSPC, () -> disk.submitRead(0, refused, 512));
        disk.kick();
        transport.block().answerKept(transport.queue(), 5);
        completeRead(requests.remove(5), 5);
        requests.add(disk.submitRead(0, refused, 512));
        transport.block().keep(false);
        disk.kick();
        while (!transport.block().kept().isEmpty()) {
            transport.block().answerKept(transport.queue(), 0);
        }
        for (BlockRequest request : requests) {
            disk.releaseBuffer(disk.complete(request));
        }
        close();
    }

    @Test
    void aRefusedRequestTakesNoRoomFromOthers() throws DriverException {
        DmaRegion buffer = disk.allocateBuffer(512);
        for (int i = 0; i <= VirtioBlkDevice.MAX_REQUESTS; i++) {
            Refusal.expect(Errno.EINVAL, () -> disk.submitRead(0, buffer, 511));
            Refusal.expect(Errno.EINVAL, () -> disk.submitWrite(0, buffer, 511));
        }
        disk.releaseBuffer(disk.complete(disk.submitRead(0, buffer, 512)));
        close();
    }

    @Test
    void aFailedRequestGivesItsBufferBackByReclaim() throws DriverException {
        transport.block().keep(true);
        BlockRequest request = submitReads(1).get(0);
        disk.kick();
        Refusal.expect(Errno.EBUSY, () -> disk.reclaim(request));
        transport.block().failWith(1);
        transport.block().answerKept(transport.queue(), 0);
        Refusal.expect(Errno.EIO, () -> disk.complete(request));
        Refusal.expect(Errno.EIO, () -> disk.complete(request));
        disk.releaseBuffer(disk.reclaim(request));
        close();
    }

    @Test
    void aRequestIsCompletedOnce() throws DriverException {
        BlockRequest request = submitReads(1).get(0);
        completeRead(request, 0);
        Refusal.expect(Errno.EINVAL, () -> disk.complete(request));
        Refusal.expect(Errno.EINVAL, () -> disk.reclaim(request));
        Refusal.expect(Errno.EINVAL, () -> disk.isComplete(request));
        close();
    }

    @Test
    @Conforms("drv.basic.cleanup.2")
    void aDeviceThatHangsIsResetBeforeItsMemoryIsGivenBack() throws DriverException {
        transport.block().keep(true);
        List<BlockRequest> requests = submitReads(2);
        disk.kick();
        long before = machine.clock().elapsed();
        Refusal.expect(Errno.ETIMEDOUT, () -> disk.complete(requests.get(0)));
        long waited = (machine.clock().elapsed() - before) / 1_000_000;
        assertThat(waited).isBetween(VirtioBlkDevice.REQUEST_MILLISECONDS, VirtioBlkDevice.REQUEST_MILLISECONDS + 10);
        assertThat(transport.statusHistory()).as("the device was reset").endsWith(0);
        assertThat(machine.log().lines().toString()).contains("virtio-blk0: no answer within 5000 ms");
        Refusal.expect(Errno.EIO, () -> disk.complete(requests.get(1)));
        for (BlockRequest request : requests) {
            disk.releaseBuffer(disk.reclaim(request));
        }
        assertDead();
        close();
    }

    @Test
    @Conforms("drv.basic.status.4")
    void aBlockingReadOnAHungDeviceEndsAndLeavesTheBufferToItsOwner() throws DriverException {
        transport.block().keep(true);
        DmaRegion buffer = disk.allocateBuffer(512);
        Refusal.expect(Errno.ETIMEDOUT, () -> disk.read(0, buffer, 512));
        assertThat(transport.statusHistory()).endsWith(0);
        disk.releaseBuffer(buffer);
        assertDead();
        close();
    }

    @Test
    void memoryOfADeviceThatIgnoresItsResetIsNeverUsedAgain() throws DriverException {
        transport.block().keep(true);
        DmaRegion buffer = disk.allocateBuffer(512);
        transport.ignoreReset();
        Refusal.expect(Errno.ETIMEDOUT, () -> disk.read(0, buffer, 512));
        assertThat(machine.log().lines().toString()).contains("cannot be stopped (ETIMEDOUT)");
        disk.releaseBuffer(buffer);
        disk.release();
        assertThat(dma.held()).as("buffer, queue and request memory are kept").isEqualTo(3);
        Refusal.expect(Errno.ESHUTDOWN, () -> dma.allocate(512));
        // The device comes back to life: it writes to memory that is still its own.
        transport.block().answerKept(transport.queue(), 0);
        assertThatThrownBy(machine::close).isInstanceOf(AssertionError.class)
                .hasMessageContaining("never freed").hasMessageNotContaining("meets no memory");
    }

    @Test
    void aDeviceThatBreaksTheProtocolIsStopped() throws DriverException {
        List<BlockRequest> requests = submitReads(2);
        transport.block().misbehave((queue, chain) -> queue.putUsed(999, 0));
        disk.kick();
        Refusal.expect(Errno.EPROTO, () -> disk.isComplete(requests.get(0)));
        assertThat(transport.statusHistory()).endsWith(0);
        for (BlockRequest request : requests) {
            Refusal.expect(Errno.EIO, () -> disk.complete(request));
            disk.releaseBuffer(disk.reclaim(request));
        }
        assertDead();
        close();
    }

    @Test
    void aStoppedDeviceIsNotTold() throws DriverException {
        List<BlockRequest> requests = submitReads(1);
        transport.block().misbehave((queue, chain) -> queue.putUsed(999, 0));
        disk.kick();
        requests.addAll(submitReads(1));
        Refusal.expect(Errno.EPROTO, () -> disk.isComplete(requests.get(0)));
        int before = transport.notifications();
        disk.kick();
        assertThat(transport.notifications()).isEqualTo(before);
        for (BlockRequest request : requests) {
            disk.releaseBuffer(disk.reclaim(request));
        }
        close();
    }

    private List<BlockRequest> submitReads(int count) throws DriverException {
        List<BlockRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(disk.submitRead(i % 64, disk.allocateBuffer(512), 512));
        }
        return requests;
    }

    private void completeRead(BlockRequest request, int sector) throws DriverException {
        DmaRegion buffer = disk.complete(request);
        byte[] bytes = new byte[512];
        buffer.memory().bytes(0, 512).copyTo(0, bytes, 0, 512);
        assertThat(bytes).as("sector %d", sector).isEqualTo(transport.block().disk().read(sector, 512));
        disk.releaseBuffer(buffer);
    }

    private void assertDead() throws DriverException {
        DmaRegion buffer = disk.allocateBuffer(512);
        Refusal.expect(Errno.ESHUTDOWN, () -> disk.read(0, buffer, 512));
        Refusal.expect(Errno.ESHUTDOWN, () -> disk.write(0, buffer, 512));
        Refusal.expect(Errno.ESHUTDOWN, () -> disk.flush());
        Refusal.expect(Errno.ESHUTDOWN, () -> disk.submitRead(0, buffer, 512));
        disk.releaseBuffer(buffer);
    }

    private void close() {
        disk.release();
        assertThat(dma.held()).as("regions that were not given back").isZero();
    }
}
