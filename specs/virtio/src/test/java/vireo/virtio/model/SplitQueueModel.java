// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vireo.dsl.jvm.memory.DmaDeviceView;

/** The device's side of a split queue. VIRTIO 1.4, 2.7. What the driver does wrong becomes a violation, not an exception. */
public final class SplitQueueModel {
    private static final int NEXT = 1;
    private static final int WRITE = 2;
    private static final int INDIRECT = 4;
    private static final int NO_NOTIFY = 1;
    private static final int NO_INTERRUPT = 1;

    private final DmaDeviceView memory;
    private final int size;
    private final long descriptors;
    private final long available;
    private final long used;
    private final List<String> violations;
    private int nextAvailable;
    private int nextUsed;
    private Runnable interrupt = () -> { };

    /**
     * A queue that has just been enabled.
     *
     * @param violations takes what the driver does wrong
     */
    public SplitQueueModel(
            DmaDeviceView memory, int size, long descriptors, long available, long used, List<String> violations) {
        this.memory = memory;
        this.size = size;
        this.descriptors = descriptors;
        this.available = available;
        this.used = used;
        this.violations = violations;
        require(size > 0 && Integer.bitCount(size) == 1 && size <= 32768, "queue size " + size);
        require(descriptors % 16 == 0, "descriptor table at 0x" + Long.toHexString(descriptors));
        require(available % 2 == 0, "available ring at 0x" + Long.toHexString(available));
        require(used % 4 == 0, "used ring at 0x" + Long.toHexString(used));
    }

    /** Says what happens when the device gives something back and the driver has not asked for silence. VIRTIO 1.4, 2.7.7.2. */
    public void onUsed(Runnable action) {
        interrupt = action;
    }

    /** Descriptors. */
    public int size() {
        return size;
    }

    /** Whether the driver has offered a chain that was not taken yet. */
    public boolean hasAvailable() {
        return memory.read16(available + 2) != nextAvailable;
    }

    /** How many chains the driver has offered that were not taken yet. */
    public int availableCount() {
        return (memory.read16(available + 2) - nextAvailable) & 0xFFFF;
    }

    /** Takes the next offered chain. */
    public Chain take() {
        int head = memory.read16(available + 4 + 2L * (nextAvailable % size));
        nextAvailable = (nextAvailable + 1) & 0xFFFF;
        List<Chain.Segment> segments = new ArrayList<>();
        if (head >= size) {
            violations.add("available ring holds descriptor " + head + " of " + size);
            return new Chain(head, segments);
        }
        long first = descriptors + 16L * head;
        if ((memory.read16(first + 12) & INDIRECT) != 0) {
            require((memory.read16(first + 12) & (NEXT | WRITE)) == 0, "an indirect descriptor with other flags");
            long bytes = memory.read32(first + 8);
            require(bytes % 16 == 0 && bytes / 16 <= size, "an indirect table of " + bytes + " bytes");
            walk(memory.read64(first), (int) (bytes / 16), 0, true, segments);
        } else {
            walk(descriptors, size, head, false, segments);
        }
        Chain chain = new Chain(head, List.copyOf(segments));
        violations.addAll(chain.violations());
        return chain;
    }

    /** Gives a chain back. */
    public void putUsed(long id, long length) {
        stageUsed(id, length);
        publishUsed(nextUsed);
    }

    /** Writes an entry to the used ring, and does not say so yet. */
    public void stageUsed(long id, long length) {
        long element = used + 4 + 8L * (nextUsed % size);
        memory.write32(element, id);
        memory.write32(element + 4, length);
        nextUsed = (nextUsed + 1) & 0xFFFF;
    }

    /** Writes the used index, whatever it should be, and interrupts. */
    public void publishUsed(int index) {
        memory.write16(used + 2, index & 0xFFFF);
        if ((availableFlags() & NO_INTERRUPT) == 0) {
            interrupt.run();
        }
    }

    /** How many chains were given back, modulo 2^16. */
    public int usedIndex() {
        return nextUsed;
    }

    /** Asks the driver for notifications, or for none. */
    public void wantNotifications(boolean wanted) {
        memory.write16(used, wanted ? 0 : NO_NOTIFY);
    }

    /** The available ring's flags. */
    public int availableFlags() {
        return memory.read16(available);
    }

    private void walk(long table, int entries, int first, boolean indirect, List<Chain.Segment> segments) {
        BitSet seen = new BitSet();
        int index = first;
        while (true) {
            if (index >= entries || seen.get(index)) {
                violations.add("chain leaves its table or loops at descriptor " + index);
                return;
            }
            seen.set(index);
            long descriptor = table + 16L * index;
            int flags = memory.read16(descriptor + 12);
            require((flags & ~(NEXT | WRITE)) == 0, "descriptor flags " + flags + (indirect ? " in a table" : ""));
            segments.add(new Chain.Segment(
                    memory.read64(descriptor), memory.read32(descriptor + 8), (flags & WRITE) != 0));
            if ((flags & NEXT) == 0) {
                return;
            }
            index = memory.read16(descriptor + 14);
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add("not allowed: " + what);
        }
    }
}
