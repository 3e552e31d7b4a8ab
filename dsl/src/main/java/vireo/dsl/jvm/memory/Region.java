// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.memory;

/** One allocation: what the device sees of it is {@link #bytes}, gone once it is freed. */
final class Region {
    final long physical;
    private final int size;
    private final String allocatedAt;
    private String freedAt;
    byte[] bytes;

    Region(long physical, int size, String allocatedAt) {
        this.physical = physical;
        this.size = size;
        this.allocatedAt = allocatedAt;
        this.bytes = new byte[size];
    }

    int size() {
        return size;
    }

    boolean live() {
        return freedAt == null;
    }

    void free(String site) {
        freedAt = site;
        bytes = new byte[0];
    }

    boolean contains(long address) {
        return Long.compareUnsigned(address - physical, size) < 0;
    }

    /** Reads a little-endian number. */
    long number(int offset, int width) {
        return LittleEndianBytes.number(bytes, offset, width);
    }

    /** Writes a little-endian number. */
    void number(int offset, int width, long value) {
        LittleEndianBytes.put(value, bytes, offset, width);
    }

    @Override
    public String toString() {
        return "the " + size + " bytes at 0x" + Long.toHexString(physical) + ", allocated at " + allocatedAt
                + (live() ? "" : ", freed at " + freedAt);
    }
}
