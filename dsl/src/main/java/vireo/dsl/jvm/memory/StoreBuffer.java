// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The driver's stores that the device does not see yet. They leave in any order, but stores that overlap leave in
 * program order: memory is coherent at each location.
 */
final class StoreBuffer {
    private static final int CAPACITY = 64;

    private final Random random;
    private final StaleValues staleValues;
    private final List<Store> waiting = new ArrayList<>();

    StoreBuffer(Random random, StaleValues staleValues) {
        this.random = random;
        this.staleValues = staleValues;
    }

    void add(Region region, int offset, int width, long value) {
        if (waiting.size() == CAPACITY) {
            drainOne();
        }
        waiting.add(new Store(region, offset, width, value));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void drainOne() {
        if (waiting.isEmpty()) {
            return;
        }
        int chosen = random.nextInt(waiting.size());
        for (int i = 0; i < chosen; i++) {
            if (waiting.get(i).overlaps(waiting.get(chosen))) {
                chosen = i;
            }
        }
        complete(waiting.remove(chosen));
    }

    void drainAll() {
        waiting.forEach(this::complete);
        waiting.clear();
    }

    /** What the driver loads where memory holds {@code value}: its own stores are never hidden from it. */
    long forward(Region region, int offset, int width, long value) {
        long seen = value;
        for (Store store : waiting) {
            if (store.region == region) {
                seen = LittleEndianBytes.overlay(seen, offset, width, store.value, store.offset, store.width);
            }
        }
        return seen;
    }

    private void complete(Store store) {
        staleValues.overwritten(store.region, store.offset, store.width);
        store.region.number(store.offset, store.width, store.value);
    }

    private record Store(Region region, int offset, int width, long value) {
        boolean overlaps(Store other) {
            return region == other.region && offset < other.offset + other.width && other.offset < offset + width;
        }
    }
}
