// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.DmaDeviceView;

/** The generated C, in the library that {@link HostPort} has loaded. One at a time: the C's state is the process's. */
final class CompiledDriver implements Driver {
    private static final long ARENA_BYTES = 16L << 20;
    private static final long ARENA_PHYSICAL = 0x1_0000_0000L;
    private static final int TRACE_RECORDS = 1 << 16;
    private static final int RECORD_BYTES = 24;
    private static final int RECORDS_TAKEN = 1024;

    private final HostCallbacks callbacks;
    private final HostMemory memory;
    private final Simulation machine;
    private final List<Unit> units = new ArrayList<>();
    private int disks;
    private int networks;
    private int consoles;
    private int entropies;
    private final Memory records = new Memory((long) RECORDS_TAKEN * RECORD_BYTES);

    CompiledDriver(Simulation machine) {
        this.machine = machine;
        callbacks = new HostCallbacks(machine);
        HostPort.vireo_host_set_callbacks(callbacks);
        HostPort.vireo_host_open(ARENA_BYTES, ARENA_PHYSICAL);
        HostPort.vireo_host_fail_after(-1);
        HostPort.vireo_host_refuse_after(-1);
        HostPort.vireo_host_trace_start(TRACE_RECORDS);
        HostPort.adapter_reset();
        memory = new HostMemory(HostPort.vireo_host_arena(), ARENA_PHYSICAL, ARENA_BYTES);
    }

    @Override
    public DmaDeviceView memory() {
        return memory;
    }

    @Override
    public void useInterrupts() {
        HostPort.adapter_use_interrupts();
    }

    @Override
    public void deliverAnywhere(long seed) {
        machine.interrupts().deliverAnywhere(seed);
        callbacks.interruptAnywhere(machine);
        HostPort.vireo_host_set_callbacks(callbacks);
    }

    @Override
    public long probe(int lastBus) {
        return probed(() -> HostPort.adapter_probe(lastBus));
    }

    @Override
    public long probeMmio(long base, long size, long interrupt) {
        return probed(() -> HostPort.adapter_probe_mmio(base, size, interrupt));
    }

    private long probed(Supplier<Integer> probe) {
        long found = Integer.toUnsignedLong(callbacks.calling(probe));
        while (disks < HostPort.adapter_disks()) {
            units.add(new CompiledDisk(callbacks, disks++));
        }
        while (networks < HostPort.adapter_networks()) {
            units.add(new CompiledNetwork(callbacks, networks++));
        }
        while (consoles < HostPort.adapter_consoles()) {
            units.add(new CompiledConsole(callbacks, consoles++));
        }
        while (entropies < HostPort.adapter_entropies()) {
            units.add(new CompiledEntropy(callbacks, entropies++));
        }
        return found;
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public void refuseAfter(int successes) {
        HostPort.vireo_host_refuse_after(successes);
    }

    @Override
    public void refuseNothing() {
        HostPort.vireo_host_fail_after(-1);
        HostPort.vireo_host_refuse_after(-1);
    }

    /**
     * Lets the kernel refuse one thing, private memory for the drivers' objects included, for which the JVM asks nobody.
     *
     * @param successes what the driver gets before
     */
    static void refuseAnythingAfter(int successes) {
        HostPort.vireo_host_fail_after(successes);
    }

    @Override
    public List<Access> takeTrace() {
        List<Access> taken = new ArrayList<>();
        int count;
        do {
            count = HostPort.vireo_host_trace_take(records, RECORDS_TAKEN);
            for (int i = 0; i < count; i++) {
                long at = (long) i * RECORD_BYTES;
                taken.add(new Access(Kind.values()[records.getInt(at)], records.getInt(at + 4),
                        records.getLong(at + 8), records.getLong(at + 16)));
            }
        } while (count == RECORDS_TAKEN);
        if (HostPort.vireo_host_trace_lost() != 0) {
            throw new IllegalStateException("one step made more than " + TRACE_RECORDS + " records");
        }
        return taken;
    }

    @Override
    public Holdings holdings() {
        try (Memory usage = new Memory(8 * Long.BYTES)) {
            HostPort.vireo_host_usage(usage);
            return new Holdings(usage.getLong(0), usage.getLong(32), usage.getLong(24),
                    usage.getLong(40) + usage.getLong(48) + usage.getLong(56));
        }
    }
}
