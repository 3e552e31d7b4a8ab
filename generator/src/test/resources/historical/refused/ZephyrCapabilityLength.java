// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.PciBus;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.U8;

/**
 * Zephyr, issue 113343: the length of a PCI capability, which the device states, was taken for how much to read and
 * store, and compared with nothing in builds without assertions. A device that states more had the driver write over
 * what lay behind.
 */
public final class ZephyrCapabilityLength {
    private ZephyrCapabilityLength() {}

    /** Reads a capability, byte after byte. */
    public static void copy(PciBus bus, @U16 int function, @Range(max = 191) int at, byte[] capability) {
        @U8 int length = bus.read8(function, at + 2);
        for (int i = 0; i < length; i++) { // expect VR604: The device decides how often a loop runs
            capability[i] = (byte) bus.read8(function, at + i); // expect VR303: The index 'i'
        }
    }
}
