// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.Delivered;
import vireo.dsl.DmaBytes;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.FreeRunning;
import vireo.dsl.Length;
import vireo.dsl.U16;
import vireo.dsl.U32;
import vireo.dsl.Uint16;

/**
 * Linux, CVE-2025-38375: the network driver built a packet of as many bytes as the device said that it had written,
 * also where that is more than the buffer had. A hostile host had the guest read, and hand on, memory that was never
 * part of a packet.
 */
public final class LinuxXdpLength {
    private static final int BUFFER = 1536;
    private static final int SIZE = 16;

    private final @Length("SIZE") UsedRing used;
    private final @Length("BUFFER") DmaBytes buffer;
    private @FreeRunning @U16 int taken;

    /** With one buffer. */
    public LinuxXdpLength(DmaMemory memory) throws DriverException {
        this.used = memory.ring(UsedRing.class, 0, SIZE);
        this.buffer = memory.bytes(256, BUFFER);
        this.taken = 0;
    }

    /** Receives a packet. */
    public void receive(byte[] packet) throws DriverException {
        if (used.idx().observe() == taken) {
            throw new DriverException(Errno.EAGAIN);
        }
        @Delivered @U32 long length = used.ring().at(taken & (SIZE - 1)).len().get();
        taken = Uint16.wrappingAdd(taken, 1);
        if (length > packet.length) {
            throw new DriverException(Errno.EMSGSIZE);
        }
        buffer.copyTo(0, packet, 0, (int) length); // expect VR303: may
    }
}
