// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
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
    private final List<Disk> disks = new ArrayList<>();
    private final Memory records = new Memory((long) RECORDS_TAKEN * RECORD_BYTES);

    CompiledDriver(Simulation machine) {
        callbacks = new HostCallbacks(machine);
        HostPort.vireo_host_set_callbacks(callbacks);
        HostPort.vireo_host_open(ARENA_BYTES, ARENA_PHYSICAL);
        HostPort.vireo_host_fail_after(-1);
        HostPort.vireo_host_trace_start(TRACE_RECORDS);
        HostPort.adapter_reset();
        memory = new HostMemory(HostPort.vireo_host_arena(), ARENA_PHYSICAL, ARENA_BYTES);
    }

    @Override
    public DmaDeviceView memory() {
        return memory;
    }

    @Override
    public long probe(int lastBus) {
        long found = Integer.toUnsignedLong(callbacks.calling(() -> HostPort.adapter_probe(lastBus)));
        for (int i = disks.size(); i < HostPort.adapter_disks(); i++) {
            disks.add(new CompiledDisk(i));
        }
        return found;
    }

    @Override
    public List<Disk> disks() {
        return disks;
    }

    /** The disk's own object is the first thing that C asks for, and the JVM does not. */
    @Override
    public void refuseAfter(int successes) {
        HostPort.vireo_host_fail_after(1 + successes);
    }

    /** Lets the kernel have no memory for the next disk's own object. */
    static void refuseObject() {
        HostPort.vireo_host_fail_after(0);
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
        try (Memory usage = new Memory(5 * Long.BYTES)) {
            HostPort.vireo_host_usage(usage);
            return new Holdings(usage.getLong(0), usage.getLong(32), usage.getLong(24));
        }
    }

    /** Calls C for a result that is negative where it is an error. */
    private int checked(IntSupplier call) throws DriverException {
        int result = callbacks.calling(call::getAsInt);
        if (result >= 0) {
            return result;
        }
        for (Errno errno : Errno.values()) {
            if (errno.number() == -result) {
                throw new DriverException(errno);
            }
        }
        throw new IllegalStateException("the compiled driver returned " + result + ", which is no errno");
    }

    /** Calls C for nothing. */
    private void plain(Runnable call) {
        callbacks.calling(() -> {
            call.run();
            return null;
        });
    }

    private record CompiledBuffer(int number) implements Disk.Buffer {
        @Override
        public long physical() {
            return HostPort.adapter_buffer_physical(number);
        }
    }

    private record CompiledRequest(int number) implements Disk.Request {}

    private final class CompiledDisk implements Disk {
        private final int number;

        CompiledDisk(int number) {
            this.number = number;
        }

        private static int number(Buffer buffer) {
            return ((CompiledBuffer) buffer).number();
        }

        private static int number(Request request) {
            return ((CompiledRequest) request).number();
        }

        @Override
        public String name() {
            byte[] text = new byte[48];
            HostPort.adapter_name(number, text);
            return new String(text, StandardCharsets.US_ASCII).split("\0", 2)[0];
        }

        @Override
        public long capacity() {
            return HostPort.adapter_capacity(number);
        }

        @Override
        public int blockSize() {
            return HostPort.adapter_block_size(number);
        }

        @Override
        public boolean isReadOnly() {
            return HostPort.adapter_is_read_only(number) != 0;
        }

        @Override
        public void read(long sector, Buffer buffer, long length) throws DriverException {
            checked(() -> HostPort.adapter_read(number, sector, number(buffer), (int) length));
        }

        @Override
        public void write(long sector, Buffer buffer, long length) throws DriverException {
            checked(() -> HostPort.adapter_write(number, sector, number(buffer), (int) length));
        }

        @Override
        public void readBytes(long sector, byte[] data) throws DriverException {
            checked(() -> HostPort.adapter_read_bytes(number, sector, data, data.length));
        }

        @Override
        public void writeBytes(long sector, byte[] data) throws DriverException {
            checked(() -> HostPort.adapter_write_bytes(number, sector, data, data.length));
        }

        @Override
        public void flush() throws DriverException {
            checked(() -> HostPort.adapter_flush(number));
        }

        @Override
        public Request submitRead(long sector, Buffer buffer, long length) throws DriverException {
            return new CompiledRequest(
                    checked(() -> HostPort.adapter_submit_read(number, sector, number(buffer), (int) length)));
        }

        @Override
        public Request submitWrite(long sector, Buffer buffer, long length) throws DriverException {
            return new CompiledRequest(
                    checked(() -> HostPort.adapter_submit_write(number, sector, number(buffer), (int) length)));
        }

        @Override
        public void kick() {
            plain(() -> HostPort.adapter_kick(number));
        }

        @Override
        public boolean isComplete(Request request) throws DriverException {
            return checked(() -> HostPort.adapter_is_complete(number, number(request))) != 0;
        }

        @Override
        public Buffer complete(Request request) throws DriverException {
            return new CompiledBuffer(checked(() -> HostPort.adapter_complete(number, number(request))));
        }

        @Override
        public Buffer reclaim(Request request) throws DriverException {
            return new CompiledBuffer(checked(() -> HostPort.adapter_reclaim(number, number(request))));
        }

        @Override
        public Buffer allocateBuffer(long size) throws DriverException {
            return new CompiledBuffer(checked(() -> HostPort.adapter_allocate_buffer(number, (int) size)));
        }

        @Override
        public void releaseBuffer(Buffer buffer) {
            plain(() -> HostPort.adapter_release_buffer(number, number(buffer)));
        }

        @Override
        public long regionsHeld() {
            return Integer.toUnsignedLong(HostPort.adapter_regions_held(number));
        }

        @Override
        public void release() {
            plain(() -> HostPort.adapter_release(number));
        }
    }
}
