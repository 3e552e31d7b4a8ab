// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

/** Physical addresses at which one device answers; addresses are unsigned. */
record DeviceRange(String name, long physical, long length, RegisterDevice device) {
    DeviceRange {
        if (length == 0 || Long.compareUnsigned(length - 1, -1L - physical) > 0) {
            throw new IllegalArgumentException("device " + name + ": " + Long.toUnsignedString(length) + " bytes at 0x"
                    + Long.toHexString(physical) + " are no range of addresses");
        }
    }

    boolean contains(long start, long bytes) {
        long offset = start - physical;
        return bytes != 0
                && Long.compareUnsigned(offset, length) < 0
                && Long.compareUnsigned(bytes, length - offset) <= 0;
    }

    boolean overlaps(DeviceRange other) {
        return contains(other.physical, 1) || other.contains(physical, 1);
    }

    @Override
    public String toString() {
        return "device " + name + " (" + Long.toUnsignedString(length) + " bytes at 0x" + Long.toHexString(physical)
                + ")";
    }
}
