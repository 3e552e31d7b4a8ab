// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

import java.util.Random;

/** A weakly ordered machine: a store buffer on the way to memory, and early loads on the way back. */
final class WeakOrdering implements MemoryOrdering {
    private static final int ONE_IN = 4;

    private final Random random;
    private final StaleValues staleValues;
    private final StoreBuffer storeBuffer;

    WeakOrdering(long seed) {
        random = new Random(seed);
        staleValues = new StaleValues(random);
        storeBuffer = new StoreBuffer(random, staleValues);
    }

    @Override
    public long load(Region region, int offset, int width, boolean acquire) {
        sometimesDrain();
        return storeBuffer.forward(region, offset, width, staleValues.load(region, offset, width, acquire));
    }

    @Override
    public void store(Region region, int offset, int width, long value, boolean release) {
        if (release) {
            storeBuffer.drainAll();
        }
        storeBuffer.add(region, offset, width, value);
        sometimesDrain();
    }

    @Override
    public void fence() {
        storeBuffer.drainAll();
        staleValues.forgetAll();
    }

    @Override
    public void beforeRegisterWrite() {
        storeBuffer.drainAll();
    }

    @Override
    public void afterRegisterRead() {
        staleValues.forgetAll();
    }

    @Override
    public long moment() {
        return staleValues.moment();
    }

    @Override
    public void afterMessage(long moment) {
        staleValues.forgetUntil(moment);
    }

    @Override
    public void relax() {
        while (!storeBuffer.isEmpty() && random.nextBoolean()) {
            storeBuffer.drainOne();
        }
    }

    @Override
    public void beforeDeviceAccess() {
        sometimesDrain();
    }

    @Override
    public void beforeDeviceStore(Region region, int offset, int length) {
        staleValues.remember(region, offset, length);
    }

    @Override
    public void retire(Region region) {
        storeBuffer.drainAll();
        staleValues.forget(region);
    }

    @Override
    public boolean deviceRunsNow() {
        return random.nextInt(ONE_IN) == 0;
    }

    private void sometimesDrain() {
        if (random.nextInt(ONE_IN) == 0) {
            storeBuffer.drainOne();
        }
    }
}
