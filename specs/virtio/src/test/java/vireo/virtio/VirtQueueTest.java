// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;
import vireo.virtio.model.Chain;
import vireo.virtio.model.SplitQueueModel;

class VirtQueueTest {
    private static final long COMMAND = 0x1000;
    private static final long DATA = 0x2_0000_0000L;
    private static final long ANSWER = 0x3000;

    private final List<String> violations = new ArrayList<>();
    private Simulation machine;
    private KernelDma dma;
    private VirtQueue queue;
    private SplitQueueModel device;

    @BeforeEach
    void makeQueue() throws DriverException {
        machine = Simulation.sequential();
        dma = new KernelDma(machine.arena());
        open(8, false);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        queue.release(dma);
        machine.close();
        assertThat(dma.held()).isZero();
        assertThat(violations).isEmpty();
    }

    @Test
    void aReadableBufferIsOneDescriptor() throws DriverException {
        int head = queue.addReadable(DATA, 100);
        assertThat(queue.publish()).isTrue();
        Chain chain = device.take();
        assertThat(chain.head()).isEqualTo(head);
        assertThat(chain.segments()).containsExactly(new Chain.Segment(DATA, 100, false));
    }

    @Test
    void aWritableBufferIsOneDescriptor() throws DriverException {
        queue.addWritable(DATA, 1526);
        queue.publish();
        assertThat(device.take().segments()).containsExactly(new Chain.Segment(DATA, 1526, true));
    }

    @Test
    void aCommandIsReadableThenWritable() throws DriverException {
        queue.addCommand(COMMAND, 16, ANSWER, 1);
        queue.publish();
        assertThat(device.take().segments())
                .containsExactly(new Chain.Segment(COMMAND, 16, false), new Chain.Segment(ANSWER, 1, true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Conforms("drv.split.framing.1")
    @Conforms("drv.split.framing.2")
    void aTransferPutsWhatTheDeviceWritesLast(boolean deviceWrites) throws DriverException {
        int head = queue.prepareTransfer(COMMAND, 16, ANSWER, 1);
        queue.offerTransfer(head, DATA, 4096, deviceWrites ? Descriptor.WRITE : 0, deviceWrites ? 4097 : 1);
        queue.publish();
        Chain chain = device.take();
        assertThat(chain.head()).isEqualTo(head);
        assertThat(chain.segments()).containsExactly(
                new Chain.Segment(COMMAND, 16, false),
                new Chain.Segment(DATA, 4096, deviceWrites),
                new Chain.Segment(ANSWER, 1, true));
    }

    @Test
    void aPreparedChainIsUsedAgainWithOtherDataOrWithout() throws DriverException {
        int head = queue.prepareTransfer(COMMAND, 16, ANSWER, 1);
        assertThat(queue.freeDescriptors()).isEqualTo(5);
        for (int i = 1; i <= 20; i++) {
            queue.offerTransfer(head, DATA + i, i, Descriptor.WRITE, i + 1);
            queue.publish();
            assertThat(device.take().segments().get(1)).isEqualTo(new Chain.Segment(DATA + i, i, true));
            device.putUsed(head, i);
            assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(head, i, 1));
            queue.offerCommand(head, ANSWER + 8, 2, 2);
            queue.publish();
            assertThat(device.take().segments())
                    .containsExactly(new Chain.Segment(COMMAND, 16, false), new Chain.Segment(ANSWER + 8, 2, true));
            device.putUsed(head, 2);
            assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(head, 2, 0));
        }
        assertThat(queue.freeDescriptors()).as("prepared chains stay").isEqualTo(5);
    }

    @Test
    void preparedChainsShareNoDescriptors() throws DriverException {
        int first = queue.prepareTransfer(COMMAND, 16, ANSWER, 1);
        int second = queue.prepareTransfer(COMMAND + 1, 16, ANSWER + 1, 1);
        Refusal.expect(Errno.ENOSPC, () -> queue.prepareTransfer(COMMAND, 16, ANSWER, 1));
        queue.addCommand(COMMAND + 2, 16, ANSWER + 2, 1);
        queue.offerTransfer(second, DATA + 1, 8, Descriptor.WRITE, 9);
        queue.offerTransfer(first, DATA, 8, Descriptor.WRITE, 9);
        queue.publish();
        for (int i : new int[] {2, 1, 0}) {
            List<Chain.Segment> segments = device.take().segments();
            assertThat(segments.get(0).address()).isEqualTo(COMMAND + i);
            assertThat(segments.get(segments.size() - 1).address()).isEqualTo(ANSWER + i);
        }
    }

    @Test
    void theDescriptorTableHoldsWhatTheSpecificationSays() throws DriverException {
        int head = queue.prepareTransfer(COMMAND, 16, ANSWER, 1);
        queue.offerTransfer(head, DATA, 4096, Descriptor.WRITE, 4097);
        queue.publish();
        long table = queue.descriptorArea();
        assertThat(machine.arena().readBytes(table, 48)).isEqualTo(new byte[] {
            0x00, 0x10, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 1, 0, 1, 0,
            0, 0, 0, 0, 2, 0, 0, 0, 0, 0x10, 0, 0, 3, 0, 2, 0,
            0x00, 0x30, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0,
        });
        assertThat(machine.arena().readBytes(queue.driverArea(), 6)).isEqualTo(new byte[] {1, 0, 1, 0, 0, 0});
        assertThat(device.take().segments()).hasSize(3);
    }

    @Test
    @Conforms("drv.split.irqsup.1")
    void interruptsAreAskedForOnlyWhileSomebodyWaits() throws DriverException {
        assertThat(device.availableFlags()).isEqualTo(1);
        assertThat(queue.letInterrupt()).as("used buffers").isFalse();
        assertThat(device.availableFlags()).isZero();
        queue.suppressInterrupts();
        assertThat(device.availableFlags()).isEqualTo(1);
    }

    @Test
    @Conforms("drv.split.irqsup.1")
    void whoAsksForAnInterruptTooLateIsToldSo() throws DriverException {
        queue.addWritable(DATA, 100);
        queue.publish();
        device.putUsed(device.take().head(), 100);
        assertThat(queue.letInterrupt()).as("used buffers").isTrue();
    }

    @Test
    void preparedBuffersAreOfferedByTheirNumber() throws DriverException {
        queue.prepareBuffers(DATA, 256, 4, Descriptor.WRITE);
        assertThat(queue.freeDescriptors()).isEqualTo(queue.size() - 4);
        queue.offerBuffer(2, 100, 100);
        queue.offerBuffer(0, 256, 256);
        queue.publish();
        Chain third = device.take();
        assertThat(third.head()).isEqualTo(2);
        assertThat(third.segments()).containsExactly(new Chain.Segment(DATA + 512, 100, true));
        assertThat(device.take().segments()).containsExactly(new Chain.Segment(DATA, 256, true));
        device.putUsed(2, 60);
        assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(2, 60, 40));
        queue.offerBuffer(2, 10, 10);
        queue.publish();
        assertThat(device.take().segments()).containsExactly(new Chain.Segment(DATA + 512, 10, true));
        assertThat(queue.freeDescriptors()).isEqualTo(queue.size() - 4);
    }

    @Test
    void buffersArePreparedOnlyInAFreshQueueThatHasRoom() throws DriverException {
        Refusal.expect(Errno.EINVAL, () -> queue.prepareBuffers(DATA, 256, queue.size() + 1, 0));
        queue.addReadable(DATA, 1);
        Refusal.expect(Errno.EINVAL, () -> queue.prepareBuffers(DATA, 256, 1, 0));
    }

    @Test
    void chainsAreAddedBesidePreparedBuffers() throws DriverException {
        queue.prepareBuffers(DATA, 256, 3, 0);
        int head = queue.addReadable(COMMAND, 1);
        assertThat(head).isEqualTo(3);
    }

    @Test
    @Conforms("drv.split.avail.1")
    void nothingIsVisibleBeforePublishAndNothingIsPublishedTwice() throws DriverException {
        queue.addReadable(DATA, 1);
        queue.addReadable(DATA, 2);
        assertThat(device.hasAvailable()).isFalse();
        assertThat(queue.publish()).isTrue();
        assertThat(device.availableCount()).isEqualTo(2);
        assertThat(queue.publish()).as("nothing new").isFalse();
    }

    @Test
    @Conforms("drv.split.notify.3")
    @Conforms("drv.split.notify.4")
    void theDeviceDecidesWhetherItIsNotified() throws DriverException {
        device.wantNotifications(false);
        queue.addReadable(DATA, 1);
        assertThat(queue.publish()).isFalse();
        device.wantNotifications(true);
        queue.addReadable(DATA, 1);
        assertThat(queue.publish()).isTrue();
    }

    @Test
    @Conforms("drv.split.notify.1")
    void aNewUsedRingAsksForNotifications() throws DriverException {
        assertThat(machine.arena().read16(queue.deviceArea())).isZero();
        assertThat(device.hasAvailable()).isFalse();
    }

    @Test
    @Conforms("drv.split.notify.2")
    void theEventIndexThatWasNotNegotiatedIsIgnored() throws DriverException {
        long availEvent = queue.deviceArea() + 4 + 8L * queue.size();
        for (int event : new int[] {0, 1, 0x7FFF, 0xFFFF}) {
            machine.arena().write16(availEvent, event);
            queue.addReadable(DATA, 1);
            assertThat(queue.publish()).isTrue();
        }
        device.wantNotifications(false);
        queue.addReadable(DATA, 1);
        assertThat(queue.publish()).isFalse();
    }

    @Test
    void completionsComeBackInTheDevicesOrder() throws DriverException {
        int first = queue.addWritable(DATA, 10);
        int second = queue.addWritable(DATA, 20);
        queue.publish();
        device.take();
        device.take();
        device.putUsed(second, 20);
        device.putUsed(first, 7);
        assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(second, 20, 0));
        assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(first, 7, 3));
        assertThat(queue.takeUsed().head()).isEqualTo(UsedBuffer.NONE);
    }

    @Test
    @Conforms("drv.split.indirect.3")
    void aFullQueueRefusesMoreAndTakesItOnceThereIsRoom() throws DriverException {
        int first = queue.addCommand(COMMAND, 16, ANSWER, 4);
        queue.addCommand(COMMAND, 16, ANSWER, 4);
        queue.prepareTransfer(COMMAND, 16, ANSWER, 1);
        assertThat(queue.freeDescriptors()).isEqualTo(1);
        Refusal.expect(Errno.ENOSPC, () -> queue.addCommand(COMMAND, 16, ANSWER, 1));
        Refusal.expect(Errno.ENOSPC, () -> queue.prepareTransfer(COMMAND, 16, ANSWER, 1));
        queue.addReadable(DATA, 1);
        Refusal.expect(Errno.ENOSPC, () -> queue.addReadable(DATA, 1));
        Refusal.expect(Errno.ENOSPC, () -> queue.addWritable(DATA, 1));
        queue.publish();
        assertThat(device.availableCount()).isEqualTo(3);
        device.putUsed(first, 4);
        assertThat(queue.takeUsed().head()).isEqualTo(first);
        assertThat(queue.freeDescriptors()).isEqualTo(2);
        queue.addCommand(COMMAND, 16, ANSWER, 1);
    }

    @Test
    void seventyThousandRequestsWrapBothIndicesAndLoseNothing() throws DriverException {
        Random random = new Random(42);
        Map<Integer, Long> outstanding = new HashMap<>();
        List<Chain> atDevice = new ArrayList<>();
        for (int completed = 0; completed < 70_000; ) {
            machine.trace().clear();
            while (random.nextInt(4) != 0 && queue.freeDescriptors() >= 2) {
                long length = 1 + random.nextInt(4096);
                int head = random.nextBoolean()
                        ? queue.addCommand(COMMAND, 16, ANSWER, length)
                        : queue.addWritable(DATA, length);
                assertThat(outstanding.put(head, length)).as("head %d is in use", head).isNull();
            }
            queue.publish();
            while (device.hasAvailable()) {
                atDevice.add(device.take());
            }
            Collections.shuffle(atDevice, random);
            while (!atDevice.isEmpty() && random.nextInt(3) != 0) {
                Chain chain = atDevice.remove(0);
                device.putUsed(chain.head(), chain.writableLength());
            }
            for (UsedBuffer used = queue.takeUsed(); used.head() != UsedBuffer.NONE; used = queue.takeUsed()) {
                assertThat(outstanding.remove(used.head())).as("bytes of head %d", used.head()).isEqualTo(used.length());
                completed++;
            }
        }
        for (Chain chain : atDevice) {
            device.putUsed(chain.head(), 0);
            assertThat(queue.takeUsed().unwritten()).isEqualTo(chain.writableLength());
        }
        assertThat(queue.freeDescriptors()).as("every descriptor is free again").isEqualTo(8);
        assertEveryDescriptorCanBeUsed();
    }

    @Test
    @Conforms("drv.split.indirect.1")
    void indirectDescriptorsNeedTheirFeature() {
        Refusal.expect(Errno.EOPNOTSUPP, () -> queue.addIndirect(DATA, 2, 0));
    }

    @Test
    @Conforms("drv.split.indirect.3")
    @Conforms("drv.split.indirect.4")
    void anIndirectChainTakesOneDescriptor() throws DriverException {
        queue.release(dma);
        open(8, true);
        DmaRegion table = dma.allocate(32);
        machine.arena().writeBytes(table.memory().physical(), new byte[] {
            0, 0x10, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 1, 0, 1, 0, 0, 0x20, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 2, 0, 0, 0,
        });
        Refusal.expect(Errno.EINVAL, () -> queue.addIndirect(table.memory().physical(), 9, 9));
        int head = queue.addIndirect(table.memory().physical(), 2, 9);
        assertThat(queue.freeDescriptors()).isEqualTo(7);
        queue.publish();
        Chain chain = device.take();
        assertThat(chain.segments())
                .containsExactly(new Chain.Segment(0x1000, 16, false), new Chain.Segment(0x2000, 9, true));
        device.putUsed(chain.head(), 9);
        assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(head, 9, 0));
        dma.release(table);
    }

    @Test
    void anIdBeyondTheTableBreaksTheQueue() throws DriverException {
        offerOne();
        device.putUsed(8, 0);
        assertBroken();
    }

    @Test
    void anIdBeyondTheLargestTableBreaksTheQueue() throws DriverException {
        queue.release(dma);
        open(VirtQueue.MAX_SIZE, false);
        offerOne();
        device.putUsed(VirtQueue.MAX_SIZE, 0);
        assertBroken();
    }

    @Test
    void aHugeIdBreaksTheQueue() throws DriverException {
        offerOne();
        device.putUsed(0xFFFF_FFFFL, 0);
        assertBroken();
    }

    @Test
    void anIdThatIsNotInFlightBreaksTheQueue() throws DriverException {
        int head = offerOne();
        device.putUsed(head + 1, 0);
        assertBroken();
    }

    @Test
    void theSameChainTwiceBreaksTheQueue() throws DriverException {
        int head = offerOne();
        queue.addWritable(DATA, 1);
        queue.publish();
        device.putUsed(head, 1);
        device.putUsed(head, 1);
        assertThat(queue.takeUsed().head()).isEqualTo(head);
        assertBroken();
    }

    @Test
    @Conforms("drv.split.used.1")
    void moreBytesThanAllowedBreakTheQueue() throws DriverException {
        int head = offerOne();
        device.putUsed(head, 65);
        assertBroken();
    }

    @Test
    void aReadableChainHasNoBytesToWrite() throws DriverException {
        int head = queue.addReadable(DATA, 64);
        queue.publish();
        device.putUsed(head, 1);
        assertBroken();
    }

    @Test
    void anIndexAheadOfAllRequestsBreaksTheQueue() throws DriverException {
        int head = offerOne();
        device.stageUsed(head, 0);
        device.publishUsed(2);
        assertBroken();
    }

    @Test
    void anIndexThatRunsBackwardsBreaksTheQueue() throws DriverException {
        int head = offerOne();
        device.stageUsed(head, 0);
        device.publishUsed(-1);
        assertBroken();
    }

    @Test
    void aSizeThatIsNoPowerOfTwoIsRefused() {
        for (int size : new int[] {3, 5, 6, 7, 100, 255}) {
            Refusal.expect(Errno.EINVAL, () -> new VirtQueue(dma, size, false, false));
        }
    }

    @Test
    void aQueueThatGetsNoMemoryLeavesNothingBehind() {
        machine.arena().failAllocationAfter(0);
        Refusal.expect(Errno.ENOMEM, () -> new VirtQueue(dma, 8, false, false));
        assertThat(dma.held()).as("this test's own queue").isEqualTo(1);
    }

    @Test
    void aQueueOfOneDescriptorWorks() throws DriverException {
        queue.release(dma);
        open(1, false);
        for (int i = 0; i < 3; i++) {
            int head = queue.addWritable(DATA, 4);
            Refusal.expect(Errno.ENOSPC, () -> queue.addWritable(DATA, 4));
            queue.publish();
            device.putUsed(device.take().head(), 4);
            assertThat(queue.takeUsed()).isEqualTo(new UsedBuffer(head, 4, 0));
        }
    }

    private void open(int size, boolean indirect) throws DriverException {
        queue = new VirtQueue(dma, size, false, indirect);
        device = new SplitQueueModel(machine.deviceMemory(), size,
                queue.descriptorArea(), queue.driverArea(), queue.deviceArea(), violations);
    }

    private int offerOne() throws DriverException {
        int head = queue.addWritable(DATA, 64);
        queue.publish();
        return head;
    }

    private void assertBroken() {
        Refusal.expect(Errno.EPROTO, () -> queue.takeUsed());
        assertThat(machine.log().lines()).as("the reason is logged").hasSize(1);
        Refusal.expect(Errno.EIO, () -> queue.takeUsed());
        Refusal.expect(Errno.EIO, () -> queue.addReadable(DATA, 1));
    }

    private void assertEveryDescriptorCanBeUsed() throws DriverException {
        Set<Integer> heads = new HashSet<>();
        for (int i = 0; i < queue.size(); i++) {
            heads.add(queue.addReadable(DATA, 1));
        }
        assertThat(heads).hasSize(queue.size());
    }
}
