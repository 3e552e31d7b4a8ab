// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Kind;

/** Passes accesses by physical address on to a device: ordered with memory, recorded, and checked for their width. */
record TracedDevice(DeviceRange range, AccessTrace trace, RegisterOrdering ordering) {
    long read(long address, int width) {
        ordering.beforeAccess();
        long value = range.device().read(address - range.physical(), width);
        if (width < 8 && value >>> 8 * width != 0) {
            throw new IllegalStateException(range + " answered a read of " + width + " bytes at 0x"
                    + Long.toHexString(address) + " with 0x" + Long.toHexString(value) + ", which is wider");
        }
        trace.add(Kind.REGISTER_READ, width, address, value);
        ordering.afterRegisterRead();
        return value;
    }

    void write(long address, int width, long value) {
        ordering.beforeAccess();
        ordering.beforeRegisterWrite();
        trace.add(Kind.REGISTER_WRITE, width, address, value);
        range.device().write(address - range.physical(), width, value);
    }
}
