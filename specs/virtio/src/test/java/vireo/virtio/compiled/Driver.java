// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.List;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.memory.DmaDeviceView;

/** The drivers in one of their lives. */
interface Driver {
    /** The driver's device-visible memory, as a device sees it. */
    DmaDeviceView memory();

    /** Lets the driver have interrupts for the devices that it finds from now on; until then it polls. */
    void useInterrupts();

    /** Delivers interrupts also between any two accesses of the driver. */
    void deliverAnywhere(long seed);

    /** Lets the driver find devices on PCI, up to a bus; the result is how many work. */
    long probe(int lastBus);

    /**
     * Lets the driver look for a device at an address; the result is how many work.
     *
     * @param interrupt the number of its interrupt, or -1
     */
    long probeMmio(long base, long size, long interrupt);

    /** The devices that the driver handed over, those of each type in that order. */
    List<Unit> units();

    /**
     * Lets the kernel refuse one thing that the driver asks for while it brings up its next device, with ENOMEM.
     *
     * @param successes windows, pieces of device-visible memory, handlers and events that it gets before
     */
    void refuseAfter(int successes);

    /** Takes back an order of {@link #refuseAfter} that nothing met. */
    void refuseNothing();

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
     * @param interrupts requested handlers, events, and functions whose vectors are enabled
     */
    record Holdings(long dmaBytes, long windows, long objects, long interrupts) {
        /** Nothing. */
        static final Holdings NONE = new Holdings(0, 0, 0, 0);
    }
}
