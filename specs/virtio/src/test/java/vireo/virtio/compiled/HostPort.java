// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;

/** The functions of a shared object that holds the driver, the adapter and the C runtime's host port. */
final class HostPort {
    private HostPort() {}

    /** Loads the library. A process has one machine, so it loads one library. */
    static void load(Path library) {
        Native.register(HostPort.class, NativeLibrary.getInstance(library.toAbsolutePath().toString()));
    }

    static native void vireo_host_set_callbacks(HostCallbacks callbacks);

    static native void vireo_host_open(long bytes, long physical);

    static native Pointer vireo_host_arena();

    static native int vireo_host_shared(long physical, long bytes);

    static native void vireo_host_usage(Pointer usage);

    static native void vireo_host_fail_after(int successes);

    static native void vireo_host_trace_start(int capacity);

    static native int vireo_host_trace_take(Pointer records, int count);

    static native long vireo_host_trace_lost();

    static native void adapter_reset();

    static native int adapter_probe(int lastBus);

    static native int adapter_disks();

    static native int adapter_regions_held(int disk);

    static native void adapter_release(int disk);

    static native void adapter_name(int disk, byte[] text);

    static native long adapter_capacity(int disk);

    static native int adapter_block_size(int disk);

    static native int adapter_is_read_only(int disk);

    static native int adapter_allocate_buffer(int disk, int size);

    static native void adapter_release_buffer(int disk, int buffer);

    static native long adapter_buffer_physical(int buffer);

    static native int adapter_read(int disk, long sector, int buffer, int length);

    static native int adapter_write(int disk, long sector, int buffer, int length);

    static native int adapter_read_bytes(int disk, long sector, byte[] data, int length);

    static native int adapter_write_bytes(int disk, long sector, byte[] data, int length);

    static native int adapter_flush(int disk);

    static native int adapter_submit_read(int disk, long sector, int buffer, int length);

    static native int adapter_submit_write(int disk, long sector, int buffer, int length);

    static native void adapter_kick(int disk);

    static native int adapter_is_complete(int disk, int request);

    static native int adapter_complete(int disk, int request);

    static native int adapter_reclaim(int disk, int request);
}
