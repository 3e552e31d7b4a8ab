// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import vireo.dsl.jvm.memory.DmaDeviceView;

/** The device-visible memory of compiled code, as a device sees it: what the driver has allocated and not freed. */
final class HostMemory implements DmaDeviceView {
    private final long physical;
    private final ByteBuffer arena;

    /** The arena that {@code vireo_host_open} made. */
    HostMemory(Pointer arena, long physical, long bytes) {
        this.arena = arena.getByteBuffer(0, bytes);
        this.physical = physical;
    }

    @Override
    public byte[] readBytes(long address, int length) {
        byte[] bytes = new byte[length];
        arena.get(at(address, length, "read"), bytes);
        return bytes;
    }

    @Override
    public void writeBytes(long address, byte[] bytes) {
        arena.put(at(address, bytes.length, "write"), bytes);
    }

    private int at(long address, int length, String what) {
        if (HostPort.vireo_host_shared(address, length) != 1) {
            throw new IllegalStateException("a device's " + what + " of " + length + " bytes at 0x"
                    + Long.toHexString(address) + " meets no memory that the driver allocated for devices");
        }
        return (int) (address - physical);
    }
}
