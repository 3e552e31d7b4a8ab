// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.LogLevel;
import vireo.dsl.jvm.Simulation;

/**
 * The machine around compiled code: {@code struct vireo_host_callbacks} of the host port, answered by a {@link Simulation}. What a
 * device model throws must not pass through C, so it waits in {@link #failure} until the C has returned.
 */
@FieldOrder({"mmioRead", "mmioWrite", "pciRead", "pciWrite", "map", "unmap", "clock", "relax", "log", "trace", "dmaPlace",
    "dmaRelease", "fatal"})
public final class HostCallbacks extends Structure {
    /** Reads a register. */
    public interface MmioRead extends Callback {
        long call(long address, int width);
    }

    /** Writes a register. */
    public interface MmioWrite extends Callback {
        void call(long address, int width, long value);
    }

    /** Reads configuration space. */
    public interface PciRead extends Callback {
        int call(int function, int offset, int width);
    }

    /** Writes configuration space. */
    public interface PciWrite extends Callback {
        void call(int function, int offset, int width, int value);
    }

    /** Maps registers: 0, or a negative errno. */
    public interface Map extends Callback {
        int call(long physical, long length);
    }

    /** Unmaps registers. */
    public interface Unmap extends Callback {
        void call(long physical, long length);
    }

    /** Tells the time. */
    public interface Clock extends Callback {
        long call();
    }

    /** A breath. */
    public interface Relax extends Callback {
        void call();
    }

    /** Takes a line of the log. */
    public interface Log extends Callback {
        void call(int level, String text);
    }

    public MmioRead mmioRead;
    public MmioWrite mmioWrite;
    public PciRead pciRead;
    public PciWrite pciWrite;
    public Map map;
    public Unmap unmap;
    public Clock clock;
    public Relax relax;
    public Log log;
    /** The host port keeps the trace itself, places memory itself, and has its own last words. */
    public Pointer trace;

    public Pointer dmaPlace;
    public Pointer dmaRelease;
    public Pointer fatal;

    private Throwable failure;

    /** The callbacks of one machine. It is this thread's {@link Environment} too. */
    HostCallbacks(Simulation machine) {
        mmioRead = (address, width) -> guarded(() -> machine.addressMap().busRead(address, width));
        mmioWrite = (address, width, value) -> guarded(() -> machine.addressMap().busWrite(address, width, value));
        pciRead = (function, offset, width) -> (int) guarded(() -> switch (width) {
            case 1 -> machine.pci().read8(function, offset);
            case 2 -> machine.pci().read16(function, offset);
            default -> machine.pci().read32(function, offset);
        });
        pciWrite = (function, offset, width, value) -> guarded(() -> {
            if (width == 2) {
                machine.pci().write16(function, offset, value);
            } else {
                machine.pci().write32(function, offset, Integer.toUnsignedLong(value));
            }
        });
        map = (physical, length) ->
                (int) guarded(() -> machine.addressMap().answers(physical, length) ? 0 : -Errno.EINVAL.number());
        unmap = (physical, length) -> { };
        clock = () -> guarded(() -> Environment.current().nanoseconds());
        relax = () -> guarded(() -> Environment.current().relax());
        log = (level, text) -> guarded(() -> Environment.current().log(level(level), text));
    }

    /** Calls C, and throws what a callback of this thread threw meanwhile. */
    <T> T calling(Supplier<T> call) {
        T result = call.get();
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return result;
    }

    private long guarded(LongSupplier answer) {
        try {
            return answer.getAsLong();
        } catch (RuntimeException | Error e) {
            failure = failure == null ? e : failure;
            return 0;
        }
    }

    private void guarded(Runnable answer) {
        guarded(() -> {
            answer.run();
            return 0;
        });
    }

    private static LogLevel level(int number) {
        for (LogLevel level : LogLevel.values()) {
            if (level.number() == number) {
                return level;
            }
        }
        throw new IllegalArgumentException("log level " + number);
    }
}
