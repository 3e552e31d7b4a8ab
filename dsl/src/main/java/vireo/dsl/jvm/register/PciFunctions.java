// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import java.util.HashMap;
import java.util.Map;
import vireo.dsl.PciBus;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.RangeCheck;

/**
 * A PCI domain: the functions in it, each a model of its configuration space. Where there is none, reads are all
 * ones.
 */
public final class PciFunctions implements PciBus {
    private static final int LAST_OFFSET = 4095;
    private static final int OFFSET_BITS = 12;

    private final AccessTrace trace;
    private final Map<Integer, RegisterDevice> functions = new HashMap<>();

    /**
     * A domain without functions.
     *
     * @param trace where the driver's accesses are recorded
     */
    public PciFunctions(AccessTrace trace) {
        this.trace = trace;
    }

    /**
     * Puts a function into the domain.
     *
     * @param function bus number &lt;&lt; 8 | device &lt;&lt; 3 | function
     * @param configuration answers accesses to its configuration space, 4096 bytes
     * @throws IllegalArgumentException where there is one already
     */
    public void add(int function, RegisterDevice configuration) {
        RangeCheck.u16(function, "PciFunctions.", "add");
        if (functions.putIfAbsent(function, configuration) != null) {
            throw new IllegalArgumentException(
                    "there is a PCI function 0x" + Integer.toHexString(function) + " already");
        }
    }

    /** Takes a function out, as when a device is pulled. */
    public void remove(int function) {
        functions.remove(function);
    }

    @Override
    public int read8(int function, int offset) {
        return (int) read(function, offset, 1);
    }

    @Override
    public int read16(int function, int offset) {
        return (int) read(function, offset, 2);
    }

    @Override
    public long read32(int function, int offset) {
        return read(function, offset, 4);
    }

    @Override
    public void write16(int function, int offset, int value) {
        write(function, offset, 2, RangeCheck.u16(value, "PciBus.", "write16"));
    }

    @Override
    public void write32(int function, int offset, long value) {
        write(function, offset, 4, RangeCheck.u32(value, "PciBus.", "write32"));
    }

    private long read(int function, int offset, int width) {
        check(function, offset, width, "read");
        RegisterDevice configuration = functions.get(function);
        long value = configuration == null ? -1L >>> 64 - 8 * width : configuration.read(offset, width);
        if (value >>> 8 * width != 0) {
            throw new IllegalStateException("PCI function 0x" + Integer.toHexString(function) + " answered a read of "
                    + width + " bytes at " + offset + " with 0x" + Long.toHexString(value) + ", which is wider");
        }
        trace.add(Kind.CONFIG_READ, width, address(function, offset), value);
        return value;
    }

    private void write(int function, int offset, int width, long value) {
        check(function, offset, width, "write");
        trace.add(Kind.CONFIG_WRITE, width, address(function, offset), value);
        RegisterDevice configuration = functions.get(function);
        if (configuration != null) {
            configuration.write(offset, width, value);
        }
    }

    private static long address(int function, int offset) {
        return (long) function << OFFSET_BITS | offset;
    }

    private static void check(int function, int offset, int width, String operation) {
        RangeCheck.u16(function, "PciBus.", operation + " (function)");
        RangeCheck.within(offset, 0, LAST_OFFSET, "PciBus.", operation + " (offset)");
        if (offset % width != 0) {
            throw new IllegalArgumentException("PciBus." + operation + ": offset " + offset
                    + " is no multiple of the width, " + width + " bytes");
        }
    }
}
