// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.PciBus;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.CallSite;
import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.jvm.interrupt.InterruptController;

/**
 * A PCI domain: the functions in it, each a model of its configuration space, and the kernel's side of their
 * interrupts. Where there is no function, reads are all ones.
 */
public final class PciFunctions implements PciBus {
    private static final int LAST_OFFSET = 4095;
    private static final int OFFSET_BITS = 12;

    private static final PciInterruptSource SILENT = new PciInterruptSource() { };
    private static final int MOST_VECTORS = 2048;

    private final AccessTrace trace;
    private final RegisterOrdering ordering;
    private final InterruptController interrupts;
    private final Map<Integer, RegisterDevice> functions = new HashMap<>();
    private final Map<Integer, PciInterruptSource> sources = new HashMap<>();
    private final TreeMap<Integer, EnabledVectors> enabled = new TreeMap<>();
    private int room = MOST_VECTORS;

    /**
     * A domain without functions.
     *
     * @param trace where the driver's accesses are recorded
     * @param ordering is told of accesses before they happen
     * @param interrupts delivers what functions raise
     */
    public PciFunctions(AccessTrace trace, RegisterOrdering ordering, InterruptController interrupts) {
        this.trace = trace;
        this.ordering = ordering;
        this.interrupts = interrupts;
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

    /**
     * Puts a function that interrupts into the domain.
     *
     * @param function bus number &lt;&lt; 8 | device &lt;&lt; 3 | function
     * @param configuration answers accesses to its configuration space, 4096 bytes
     * @param source how it interrupts
     * @throws IllegalArgumentException where there is one already
     */
    public void add(int function, RegisterDevice configuration, PciInterruptSource source) {
        add(function, configuration);
        sources.put(function, source);
    }

    /** Takes a function out, as when a device is pulled. The kernel keeps what it has given to it. */
    public void remove(int function) {
        functions.remove(function);
    }

    /**
     * Leaves the kernel room for no more than so many vectors a function.
     *
     * @param vectors 0 for none at all
     */
    public void grantAtMost(int vectors) {
        room = RangeCheck.within(vectors, 0, MOST_VECTORS, "PciFunctions.", "grantAtMost");
    }

    /** Reads as the driver does, but unrecorded: for a test that runs compiled C against these functions. */
    public long busRead(int function, int offset, int width) {
        check(function, offset, width, "read");
        RegisterDevice configuration = functions.get(function);
        return configuration == null ? -1L >>> 64 - 8 * width : configuration.read(offset, width);
    }

    /** Writes as the driver does, but unrecorded; see {@link #busRead}. */
    public void busWrite(int function, int offset, int width, long value) {
        check(function, offset, width, "write");
        RegisterDevice configuration = functions.get(function);
        if (configuration != null) {
            configuration.write(offset, width, value);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where the function has vectors already
     */
    @Override
    public int enableVectors(int function, int wanted) {
        RangeCheck.u16(function, "PciBus.", "enableVectors (function)");
        RangeCheck.within(wanted, 1, MOST_VECTORS, "PciBus.", "enableVectors (wanted)");
        if (enabled.containsKey(function)) {
            throw new IllegalStateException("PciBus.enableVectors: " + enabled.get(function)
                    + " are enabled already; disable them first");
        }
        PciInterruptSource source = source(function);
        int count = Math.min(Math.min(wanted, source.vectors()), room);
        if (count != 0) {
            long[] numbers = interrupts.addVectors(count);
            enabled.put(function, new EnabledVectors(function, numbers, CallSite.outside(PciFunctions.class)));
            source.vectorsEnabled(numbers.clone());
        }
        trace.add(Kind.ENABLE_VECTORS, wanted, address(function, 0), count);
        return count;
    }

    @Override
    public void disableVectors(int function) {
        RangeCheck.u16(function, "PciBus.", "disableVectors");
        EnabledVectors vectors = enabled.get(function);
        if (vectors != null) {
            interrupts.removeVectors(vectors.numbers());
            enabled.remove(function);
            source(function).vectorsEnabled(new long[0]);
        }
        trace.add(Kind.DISABLE_VECTORS, 0, address(function, 0), 0);
    }

    @Override
    public long vectorNumber(int function, int vector) throws DriverException {
        RangeCheck.u16(function, "PciBus.", "vectorNumber (function)");
        RangeCheck.within(vector, 0, MOST_VECTORS - 1, "PciBus.", "vectorNumber (vector)");
        EnabledVectors vectors = enabled.get(function);
        if (vectors == null || vector >= vectors.numbers().length) {
            throw new DriverException(Errno.EINVAL);
        }
        long number = vectors.numbers()[vector];
        trace.add(Kind.VECTOR_NUMBER, vector, address(function, 0), number);
        return number;
    }

    @Override
    public long lineNumber(int function) throws DriverException {
        RangeCheck.u16(function, "PciBus.", "lineNumber");
        long number = source(function).line();
        if (number == PciInterruptSource.NO_LINE) {
            throw new DriverException(Errno.ENXIO);
        }
        trace.add(Kind.LINE_NUMBER, 0, address(function, 0), number);
        return number;
    }

    /** The vectors that were enabled and not disabled, one line a function, with where it was done. */
    public List<String> leaks() {
        return enabled.values().stream().map(vectors -> "never disabled: " + vectors).toList();
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
        ordering.beforeAccess();
        long value = busRead(function, offset, width);
        if (value >>> 8 * width != 0) {
            throw new IllegalStateException("PCI function 0x" + Integer.toHexString(function) + " answered a read of "
                    + width + " bytes at " + offset + " with 0x" + Long.toHexString(value) + ", which is wider");
        }
        trace.add(Kind.CONFIG_READ, width, address(function, offset), value);
        return value;
    }

    private void write(int function, int offset, int width, long value) {
        check(function, offset, width, "write");
        ordering.beforeAccess();
        trace.add(Kind.CONFIG_WRITE, width, address(function, offset), value);
        busWrite(function, offset, width, value);
    }

    private PciInterruptSource source(int function) {
        return functions.containsKey(function) ? sources.getOrDefault(function, SILENT) : SILENT;
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

    private record EnabledVectors(int function, long[] numbers, String enabledAt) {
        @Override
        public String toString() {
            return numbers.length + " vectors of PCI function 0x" + Integer.toHexString(function) + ", enabled at "
                    + enabledAt;
        }
    }
}
