// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The functions of a shared object that holds the driver, the adapter and the C runtime's host port. */
final class HostPort {
    private HostPort() {}

    /** Loads the library. A process has one machine, so it loads one library. */
    static void load(Path library) {
        Native.register(HostPort.class, NativeLibrary.getInstance(library.toAbsolutePath().toString()));
    }

    /** A text of at most 47 characters that C writes. */
    static String text(Consumer<byte[]> writer) {
        byte[] text = new byte[48];
        writer.accept(text);
        return new String(text, StandardCharsets.US_ASCII).split("\0", 2)[0];
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

    static native void vireo_host_refuse_after(int successes);

    static native int vireo_host_interrupt(Pointer handler, int number);

    static native void adapter_reset();

    static native void adapter_use_interrupts();

    static native int adapter_probe_mmio(long base, long size, long interrupt);

    static native int adapter_probe(int lastBus);

    static native int adapter_disks();

    static native int adapter_regions_held(int disk);

    static native void adapter_release(int disk);

    static native void adapter_name(int disk, byte[] text);

    static native long adapter_capacity(int disk);

    static native int adapter_block_size(int disk);

    static native int adapter_is_read_only(int disk);

    static native int adapter_refresh(int disk);

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

    static native int adapter_networks();

    static native void adapter_network_release(int network);

    static native int adapter_network_regions_held(int network);

    static native void adapter_network_name(int network, byte[] text);

    static native long adapter_network_address(int network);

    static native int adapter_network_is_link_up(int network);

    static native int adapter_network_refresh(int network);

    static native long adapter_network_statistic(int network, int which);

    static native int adapter_network_send(int network, byte[] frame, int length);

    static native int adapter_network_receive(int network, byte[] frame, int length);

    static native int adapter_network_await_frame(int network, int milliseconds);

    static native int adapter_network_submit(int network, byte[] frame, int length);

    static native int adapter_network_transmit(int network, byte[] frame, int length);

    static native int adapter_network_abandon(int network);

    static native void adapter_network_kick(int network);

    static native int adapter_network_complete(int network);

    static native int adapter_network_drain(int network);

    static native int adapter_network_take(int network, byte[] frame);

    static native int adapter_consoles();

    static native void adapter_console_release(int console);

    static native int adapter_console_regions_held(int console);

    static native void adapter_console_name(int console, byte[] text);

    static native int adapter_console_write(int console, byte[] data, int length);

    static native int adapter_console_read(int console, byte[] data, int length);

    static native int adapter_console_await_input(int console, int milliseconds);

    static native int adapter_console_size(int console);

    static native int adapter_console_refresh(int console);

    static native int adapter_entropies();

    static native void adapter_entropy_release(int entropy);

    static native int adapter_entropy_regions_held(int entropy);

    static native void adapter_entropy_name(int entropy, byte[] text);

    static native int adapter_entropy_fill(int entropy, byte[] data, int length);
}
