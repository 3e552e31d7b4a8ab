// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import vireo.dsl.jvm.interrupt.InterruptController;
import vireo.dsl.jvm.memory.Arena;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.dsl.jvm.memory.MemoryOrder;
import vireo.dsl.jvm.register.AddressMap;
import vireo.dsl.jvm.register.PciFunctions;

/**
 * A machine for one test on one thread: device-visible memory, an address map for device registers, PCI functions, a
 * deliverer of interrupts, a clock, a log and a trace. While it is open, the thread's {@link Environment} is this machine.
 *
 * <p>Closing it fails the test when memory, a window, a handler, events or vectors were not given back, or when a device
 * or the driver touched memory that is not there.
 */
public final class Simulation implements AutoCloseable {
    private static final long NANOSECONDS_A_BREATH = 1_000;

    private final AccessTrace trace = new AccessTrace();
    private final VirtualClock clock = new VirtualClock();
    private final RecordedLog log = new RecordedLog();
    private final Arena arena;
    private final AddressMap addressMap;
    private final InterruptController interrupts;
    private final PciFunctions pci;
    private final ByteOrder byteOrder;
    private final Environment.Installation installation;
    private boolean closed;

    /**
     * A machine.
     *
     * @param order how strongly it orders accesses to memory
     * @param byteOrder the processor's
     */
    public Simulation(MemoryOrder order, ByteOrder byteOrder) {
        this.arena = new Arena(order, trace);
        this.addressMap = new AddressMap(trace, arena);
        this.interrupts = new InterruptController(trace, clock, arena);
        this.pci = new PciFunctions(trace, arena, interrupts);
        arena.beforeEachAccess(interrupts::beforeAccess);
        this.byteOrder = byteOrder;
        this.installation = Environment.install(new Machine());
    }

    /** A little-endian machine on which every access takes effect at once. */
    public static Simulation sequential() {
        return new Simulation(MemoryOrder.sequential(), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A little-endian machine that orders accesses to memory no more than the driver asks for; the same seed, the
     * same run.
     */
    public static Simulation weaklyOrdered(long seed) {
        return new Simulation(MemoryOrder.weak(seed), ByteOrder.LITTLE_ENDIAN);
    }

    /** The device-visible memory: the driver's allocator. */
    public Arena arena() {
        return arena;
    }

    /** The device-visible memory, as a device sees it. */
    public DmaDeviceView deviceMemory() {
        return arena;
    }

    /** Where the registers of devices are: the driver's mapper. */
    public AddressMap addressMap() {
        return addressMap;
    }

    /** The PCI domain. */
    public PciFunctions pci() {
        return pci;
    }

    /** Who delivers interrupts. */
    public InterruptController interrupts() {
        return interrupts;
    }

    /** The clock. */
    public VirtualClock clock() {
        return clock;
    }

    /** What the driver logged. */
    public RecordedLog log() {
        return log;
    }

    /** What the driver accessed. */
    public AccessTrace trace() {
        return trace;
    }

    /**
     * Lets a device run beside the driver: its step is called at each breath of the driver, and on a weakly ordered
     * machine also between any two accesses of the driver.
     *
     * @param step one short piece of the device's work; it must not call the driver
     */
    public void concurrently(Runnable step) {
        arena.concurrently(step);
    }

    /**
     * Ends the machine.
     *
     * @throws AssertionError naming what was not given back, and each access to memory that was not there
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        installation.close();
        List<String> problems = new ArrayList<>();
        arena.faults().forEach(fault -> problems.add(fault.getMessage()));
        problems.addAll(arena.leaks());
        problems.addAll(addressMap.leaks());
        problems.addAll(interrupts.leaks());
        problems.addAll(pci.leaks());
        if (!problems.isEmpty()) {
            throw new AssertionError("the machine was left in disorder:\n  " + String.join("\n  ", problems));
        }
    }

    private final class Machine implements Environment {
        @Override
        public long nanoseconds() {
            return clock.nanoseconds();
        }

        @Override
        public void relax() {
            clock.advance(NANOSECONDS_A_BREATH);
            arena.relax();
            interrupts.deliver();
        }

        @Override
        public void fence() {
            arena.fence();
        }

        @Override
        public void log(LogLevel level, String line) {
            log.add(level, line);
        }

        @Override
        public ByteOrder byteOrder() {
            return byteOrder;
        }
    }
}
