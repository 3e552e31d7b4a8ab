// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What was in memory before the device wrote to it: what a load may still find that was satisfied early.
 *
 * <p>A load goes back over some of the latest device stores to its bytes, never over one that an earlier load of the
 * same bytes has seen. A load-acquire forgets everything up to the store whose value it found: what the device wrote
 * before is visible from then on.
 */
final class StaleValues {
    private static final int CAPACITY = 1024;

    private final Random random;
    private final Deque<DeviceStore> stores = new ArrayDeque<>();
    private long remembered;

    StaleValues(Random random) {
        this.random = random;
    }

    /** The device is about to overwrite bytes. */
    void remember(Region region, int offset, int length) {
        if (stores.size() == CAPACITY) {
            stores.removeFirst();
        }
        byte[] before = Arrays.copyOfRange(region.bytes, offset, offset + length);
        stores.addLast(new DeviceStore(region, offset, before, new BitSet(), remembered++));
    }

    /** A number that a load may find. */
    long load(Region region, int offset, int width, boolean acquire) {
        List<DeviceStore> candidates = new ArrayList<>();
        int firstUnseen = 0;
        for (DeviceStore store : stores) {
            if (store.overlaps(region, offset, width)) {
                candidates.add(store);
                if (store.seen(offset, width)) {
                    firstUnseen = candidates.size();
                }
            }
        }
        int found = candidates.size();
        if (found > firstUnseen && random.nextBoolean()) {
            found = firstUnseen + random.nextInt(found - firstUnseen);
        }
        long value = region.number(offset, width);
        for (int i = candidates.size() - 1; i >= found; i--) {
            value = candidates.get(i).before(value, offset, width);
        }
        for (DeviceStore store : candidates.subList(0, found)) {
            store.see(offset, width);
        }
        if (acquire && found > 0) {
            forgetThrough(candidates.get(found - 1));
        }
        return value;
    }

    /** The driver's store to these bytes has become visible: its own loads find nothing older. */
    void overwritten(Region region, int offset, int width) {
        for (DeviceStore store : stores) {
            if (store.overlaps(region, offset, width)) {
                store.see(offset, width);
            }
        }
    }

    /** How many stores the device has made: what {@link #forgetUntil} takes. */
    long moment() {
        return remembered;
    }

    /** From now on loads find at least what was there at a moment. */
    void forgetUntil(long moment) {
        while (!stores.isEmpty() && stores.getFirst().number < moment) {
            stores.removeFirst();
        }
    }

    /** From now on loads find at least what is there now. */
    void forgetAll() {
        stores.clear();
    }

    void forget(Region region) {
        stores.removeIf(store -> store.region == region);
    }

    private void forgetThrough(DeviceStore last) {
        DeviceStore forgotten;
        do {
            forgotten = stores.removeFirst();
        } while (forgotten != last);
    }

    /**
     * A store of the device.
     *
     * @param before what was there
     * @param seen which of its bytes a load has seen as the store left them
     * @param number how many stores the device had made before
     */
    private record DeviceStore(Region region, int offset, byte[] before, BitSet seen, long number) {
        boolean overlaps(Region other, int start, int width) {
            return region == other && offset < start + width && start < offset + before.length;
        }

        boolean seen(int start, int width) {
            int next = seen.nextSetBit(Math.max(0, start - offset));
            return next >= 0 && next < start - offset + width;
        }

        void see(int start, int width) {
            seen.set(Math.max(0, start - offset), Math.min(before.length, start - offset + width));
        }

        long before(long number, int start, int width) {
            long result = number;
            for (int i = 0; i < width; i++) {
                int from = start + i - offset;
                if (from >= 0 && from < before.length) {
                    result = result & ~(0xFFL << 8 * i) | Byte.toUnsignedLong(before[from]) << 8 * i;
                }
            }
            return result;
        }
    }
}
