// SPDX-License-Identifier: MIT OR GPL-2.0-only
package views;

import vireo.dsl.Delivered;
import vireo.dsl.DmaArray;
import vireo.dsl.DmaBytes;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Length;
import vireo.dsl.Range;
import vireo.dsl.U8;

/** Views of bytes are pointers; how long one is, the type of whoever holds it says. */
public final class Packets {
    private static final int COUNT = 4;

    private final @Length("COUNT") DmaArray<Packet> packets;

    /** Looks at packets. */
    public Packets(@Length("COUNT") DmaArray<Packet> packets) {
        this.packets = packets;
    }

    /** The bytes from a place on. */
    public Part tail(@Range(max = COUNT - 1) int packet, @Range(max = 62) int from) {
        int length = 62 - from;
        return new Part(from, length, packets.at(packet).payload().slice(from, length));
    }

    private static @U8 int sum(DmaBytes bytes) {
        @U8 int sum = 0;
        for (int i = 0; i < bytes.length(); i++) {
            sum = (sum + bytes.get(i)) & 0xff;
        }
        return sum;
    }

    /** The sum of a slice. */
    public @U8 int sumOf(@Range(max = COUNT - 1) int packet, @Delivered @Range(max = 62) int length) throws DriverException {
        if (length < 2) {
            throw new DriverException(Errno.EINVAL);
        }
        DmaBytes head = packets.at(packet).payload().slice(0, length);
        return (sum(head) + sum(head.slice(1, length - 1))) & 0xff;
    }
}
