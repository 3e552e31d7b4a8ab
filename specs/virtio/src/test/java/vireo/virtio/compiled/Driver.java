// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.List;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.memory.DmaDeviceView;

/** The block driver in one of its lives. */
interface Driver {
    /** The driver's device-visible memory, as a device sees it. */
    DmaDeviceView memory();

    /** Lets the driver find disks, up to a bus; the result is how many work. */
    long probe(int lastBus);

    /** The disks that the driver handed over, in that order. */
    List<Disk> disks();

    /**
     * Lets the kernel refuse one thing that the driver asks for while it brings up its next disk, with ENOMEM.
     *
     * @param successes windows and pieces of device-visible memory that it gets before
     */
    void refuseAfter(int successes);

    /** What the driver did since the last call. */
    List<Access> takeTrace();

    /** What the driver holds now. */
    Holdings holdings();

    /**
     * What a driver can hold.
     *
     * @param dmaBytes device-visible memory
     * @param windows mapped registers
     * @param objects private memory; always 0 on the JVM
     */
    record Holdings(long dmaBytes, long windows, long objects) {
        /** Nothing. */
        static final Holdings NONE = new Holdings(0, 0, 0);
    }
}
