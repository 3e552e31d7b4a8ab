// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

/**
 * When the two sides of device-visible memory see each other's stores. Numbers are little-endian, widths are bytes,
 * at most 8.
 */
interface MemoryOrdering {
    /** The driver loads a number; with {@code acquire} no later access happens before. */
    long load(Region region, int offset, int width, boolean acquire);

    /** The driver stores a number; with {@code release} every earlier access is complete before it is seen. */
    void store(Region region, int offset, int width, long value, boolean release);

    /** The driver's full barrier. */
    void fence();

    /** The driver is about to write a register: the device has to see every earlier store. */
    void beforeRegisterWrite();

    /** The driver has read a register: no later load happens before. */
    void afterRegisterRead();

    /** A point in the device's program order: now. */
    long moment();

    /** No later load of the driver finds anything older than what was there at a moment. */
    void afterMessage(long moment);

    /** Time passes. */
    void relax();

    /** The device is about to access memory. */
    void beforeDeviceAccess();

    /** The device is about to overwrite bytes. */
    void beforeDeviceStore(Region region, int offset, int length);

    /** A region ends: what was stored to it is complete. */
    void retire(Region region);

    /** Whether a device that runs beside the driver takes a step now, between two accesses of the driver. */
    boolean deviceRunsNow();

    /** The ordering that a machine was asked to have. */
    static MemoryOrdering of(MemoryOrder order) {
        if (order instanceof MemoryOrder.Weak weak) {
            return new WeakOrdering(weak.seed());
        }
        return new SequentialOrdering();
    }
}
