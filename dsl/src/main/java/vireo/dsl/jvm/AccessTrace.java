// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a driver did that another party can see, in program order. The host port of the C runtime records the same
 * kinds with the same numbers, so that the two runs of one driver are compared one to one. What failed is not recorded.
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
        UNMAP,
        /** A handler requested; the address is the interrupt's number, the value the source. */
        REQUEST_INTERRUPT,
        /** A handler released; the value is how many requests ended. */
        RELEASE_INTERRUPT,
        /** A handler is called; the address is the interrupt's number, the value the source. */
        INTERRUPT,
        /** A handler returns; the address is the interrupt's number, the value whether it was its own. */
        HANDLED,
        /** Vectors enabled; the width is how many were wanted, the address function &lt;&lt; 12, the value how many. */
        ENABLE_VECTORS,
        /** Vectors disabled; the address is function &lt;&lt; 12. */
        DISABLE_VECTORS,
        /** A vector's number; the width is the vector, the address function &lt;&lt; 12, the value the number. */
        VECTOR_NUMBER,
        /** A line's number; the address is function &lt;&lt; 12, the value the number. */
        LINE_NUMBER,
        /** Events created; the value is which. */
        CREATE_EVENTS,
        /** Events destroyed; the value is which. */
        DESTROY_EVENTS,
        /** Flags raised; the width is which events, the value the flags. */
        SIGNAL,
        /** Flags taken; the width is which events, the address the wanted flags, the value those that were up. */
        TAKE,
        /** Flags awaited, recorded at the end; width, address and value as for taken ones. */
        AWAIT
    }

    /**
     * One access.
     *
     * @param width bytes, or as the kind says, 0 where it has none
     * @param address physical, or as the kind says, 0 where it has none
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
