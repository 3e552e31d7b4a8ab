// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a driver did that another party can see, in program order. The host port of the C runtime records the same
 * kinds with the same numbers, so that the two runs of one driver are compared one to one.
 */
public final class AccessTrace {
    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final List<Access> accesses = new ArrayList<>();

    /** What kind of access; the ordinal is the number in C. */
    public enum Kind {
        /** A read of a device register; value in CPU order. */
        REGISTER_READ,
        /** A write of a device register; value in CPU order. */
        REGISTER_WRITE,
        /** A read of PCI configuration space; the address is function &lt;&lt; 12 | offset. */
        CONFIG_READ,
        /** A write of PCI configuration space; the address is function &lt;&lt; 12 | offset. */
        CONFIG_WRITE,
        /** A plain load of a cell or byte; the value is its bytes seen as a little-endian number. */
        LOAD,
        /** A plain store to a cell or byte; value as for a load. */
        STORE,
        /** A load-acquire; value as for a load. */
        OBSERVE,
        /** A store-release; value as for a load. */
        PUBLISH,
        /** A full barrier. */
        FENCE,
        /** A copy from device-visible memory; the width is its length, the value {@link #hash} of the bytes. */
        READ_BYTES,
        /** A copy to device-visible memory; the width is its length, the value {@link #hash} of the bytes. */
        WRITE_BYTES,
        /** Zeros stored to device-visible memory; the width is their number. */
        ZERO_BYTES,
        /** An allocation of device-visible memory; the width is the alignment, the value the size. */
        ALLOCATE,
        /** Device-visible memory given back; the value is the size. */
        FREE,
        /** A device window mapped; the value is its length. */
        MAP,
        /** A device window unmapped; the value is its length. */
        UNMAP
    }

    /**
     * One access.
     *
     * @param width bytes, 0 where the kind has none
     * @param address physical, 0 where the kind has none
     * @param value what was read or written, as the kind says
     */
    public record Access(Kind kind, int width, long address, long value) {
        /** The access as one line: kind, width, address and value. */
        @Override
        public String toString() {
            return kind + " " + width + " 0x" + Long.toHexString(address) + " 0x" + Long.toHexString(value);
        }
    }

    /** Records an access. */
    public void add(Kind kind, int width, long address, long value) {
        accesses.add(new Access(kind, width, address, value));
    }

    /** What was recorded, oldest first: a copy. */
    public List<Access> accesses() {
        return List.copyOf(accesses);
    }

    /** Forgets what was recorded. */
    public void clear() {
        accesses.clear();
    }

    /** The 64-bit FNV-1a hash by which copies of bytes are compared. */
    public static long hash(byte[] bytes, int from, int length) {
        long hash = FNV_OFFSET_BASIS;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ Byte.toUnsignedLong(bytes[i])) * FNV_PRIME;
        }
        return hash;
    }

    /** One access a line, oldest first. */
    @Override
    public String toString() {
        return accesses.stream().map(Access::toString).collect(Collectors.joining("\n"));
    }
}
