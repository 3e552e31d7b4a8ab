// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

/** Every access takes effect at once. */
final class SequentialOrdering implements MemoryOrdering {
    @Override
    public long load(Region region, int offset, int width, boolean acquire) {
        return region.number(offset, width);
    }

    @Override
    public void store(Region region, int offset, int width, long value, boolean release) {
        region.number(offset, width, value);
    }

    @Override
    public void fence() {}

    @Override
    public void beforeRegisterWrite() {}

    @Override
    public void afterRegisterRead() {}

    @Override
    public long moment() {
        return 0;
    }

    @Override
    public void afterMessage(long moment) {}

    @Override
    public void relax() {}

    @Override
    public void beforeDeviceAccess() {}

    @Override
    public void beforeDeviceStore(Region region, int offset, int length) {}

    @Override
    public void retire(Region region) {}

    @Override
    public boolean deviceRunsNow() {
        return false;
    }
}
