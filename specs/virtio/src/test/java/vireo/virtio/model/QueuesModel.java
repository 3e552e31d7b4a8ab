// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.model;

import java.util.ArrayList;
import java.util.List;

/** A device of no use but for its queues: it gives each chain back at once, and notes which queue it came by. */
public final class QueuesModel implements DeviceModel {
    private final int count;
    private final long features;
    private final List<Integer> served = new ArrayList<>();

    /**
     * A device with some queues.
     *
     * @param features what it offers
     */
    public QueuesModel(int count, long features) {
        this.count = count;
        this.features = features;
    }

    /** The queues that chains came by, oldest first. */
    public List<Integer> served() {
        return served;
    }

    @Override
    public int deviceType() {
        return 2;
    }

    @Override
    public int queues() {
        return count;
    }

    @Override
    public long offeredFeatures() {
        return features;
    }

    /** The number of the byte, from 1. */
    @Override
    public int configByte(int offset) {
        return offset + 1;
    }

    @Override
    public void notified(int index, SplitQueueModel queue) {
        while (queue.hasAvailable()) {
            served.add(index);
            queue.putUsed(queue.take().head(), 0);
        }
    }

    @Override
    public List<String> violations() {
        return List.of();
    }
}
