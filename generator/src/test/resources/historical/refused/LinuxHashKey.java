// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Length;
import vireo.dsl.U8;

/**
 * Linux, CVE-2024-53082: the network driver took the length of the hash key from the device's configuration, and used
 * that much of an array of 40 bytes. A device that states more had the driver send what lay behind the key, or write
 * over it.
 */
public final class LinuxHashKey {
    private static final int KEY = 40;

    private final @Length("KEY") DmaBytes key;

    /** With room for a key. */
    public LinuxHashKey(DmaMemory memory) throws DriverException {
        this.key = memory.bytes(0, KEY);
    }

    /** Clears the key that the device gets. */
    public void clear(HashConfig config, Doorbell doorbell) {
        @U8 int length = config.maxKeySize().read();
        for (int i = 0; i < length; i++) { // expect VR604: The device
            doorbell.queue().write(i);
        }
    }
}
