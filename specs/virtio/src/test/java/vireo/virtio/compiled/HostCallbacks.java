// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Environment;
import vireo.dsl.jvm.LogLevel;
import vireo.dsl.jvm.Simulation;

/**
 * The machine around compiled code: {@code struct vireo_host_callbacks} of the host port, answered by a {@link Simulation}. What a
 * device model throws must not pass through C, so it waits in {@link #failure} until the C has returned.
 */
@FieldOrder({"mmioRead", "mmioWrite", "pciRead", "pciWrite", "map", "unmap", "clock", "relax", "log", "mapPorts",
    "beforeAccess", "vectorsEnable", "vectorsDisable", "vectorNumber", "lineNumber", "interruptRequest", "interruptRelease",
    "sleep", "trace", "dmaPlace", "dmaRelease", "fatal"})
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

    /** Maps I/O ports: 0, or a negative errno. */
    public interface MapPorts extends Callback {
        int call(int port, int length);
    }

    /** An interrupt may come. */
    public interface BeforeAccess extends Callback {
        void call();
    }

    /** Enables vectors: how many there are now. */
    public interface VectorsEnable extends Callback {
        int call(int function, int wanted);
    }

    /** Disables vectors. */
    public interface VectorsDisable extends Callback {
        void call(int function);
    }

    /** The number of a vector, or a negative errno. */
    public interface VectorNumber extends Callback {
        long call(int function, int vector);
    }

    /** The number of a line, or a negative errno. */
    public interface LineNumber extends Callback {
        long call(int function);
    }

    /** Requests a handler: 0, or a negative errno. */
    public interface InterruptRequest extends Callback {
        int call(int number, Pointer handler, int source);
    }

    /** Releases a handler. */
    public interface InterruptRelease extends Callback {
        void call(Pointer handler);
    }

    /** Lets the machine run: 0 where nothing happened until then. */
    public interface Sleep extends Callback {
        int call(long until);
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
    public MapPorts mapPorts;
    /** Set by a test that wants interrupts anywhere: it slows every access down. */
    public BeforeAccess beforeAccess;

    public VectorsEnable vectorsEnable;
    public VectorsDisable vectorsDisable;
    public VectorNumber vectorNumber;
    public LineNumber lineNumber;
    public InterruptRequest interruptRequest;
    public InterruptRelease interruptRelease;
    public Sleep sleep;
    /** The host port keeps the trace itself, places memory itself, and has its own last words. */
    public Pointer trace;

    public Pointer dmaPlace;
    public Pointer dmaRelease;
    public Pointer fatal;

    private final CompiledHandlers handlers;
    private Throwable failure;

    /** The callbacks of one machine. It is this thread's {@link Environment} too. */
    HostCallbacks(Simulation machine) {
        mmioRead = (address, width) -> guarded(() -> machine.addressMap().busRead(address, width));
        mmioWrite = (address, width, value) -> guarded(() -> machine.addressMap().busWrite(address, width, value));
        pciRead = (function, offset, width) -> (int) guarded(() -> machine.pci().busRead(function, offset, width));
        pciWrite = (function, offset, width, value) ->
                guarded(() -> machine.pci().busWrite(function, offset, width, Integer.toUnsignedLong(value)));
        map = (physical, length) ->
                (int) guarded(() -> machine.addressMap().answers(physical, length) ? 0 : -Errno.EINVAL.number());
        unmap = (physical, length) -> { };
        clock = () -> guarded(() -> Environment.current().nanoseconds());
        relax = () -> guarded(() -> Environment.current().relax());
        mapPorts = (port, length) -> (int) guarded(() -> {
            Errno refused = machine.addressMap().portsRefused(port, length);
            return refused == null ? 0 : -refused.number();
        });
        handlers = new CompiledHandlers(machine.interrupts());
        vectorsEnable = (function, wanted) -> (int) guarded(() -> machine.pci().enableVectors(function, wanted));
        vectorsDisable = function -> guarded(() -> machine.pci().disableVectors(function));
        vectorNumber = (function, vector) -> guarded(() -> answered(() -> machine.pci().vectorNumber(function, vector)));
        lineNumber = function -> guarded(() -> answered(() -> machine.pci().lineNumber(function)));
        interruptRequest = (number, handler, source) -> (int) guarded(() -> answered(() -> {
            handlers.request(Integer.toUnsignedLong(number), handler, Integer.toUnsignedLong(source));
            return 0;
        }));
        interruptRelease = handler -> guarded(() -> handlers.release(handler));
        sleep = until -> (int) guarded(() -> machine.interrupts().sleep(until) ? 1 : 0);
        log = (level, text) -> guarded(() -> Environment.current().log(level(level), text));
    }

    /** Lets interrupts come between any two accesses. */
    void interruptAnywhere(Simulation machine) {
        beforeAccess = () -> guarded(() -> machine.interrupts().beforeAccess());
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

    /** Calls C for a result that is negative where it is an error. */
    int checked(IntSupplier call) throws DriverException {
        int result = calling(call::getAsInt);
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
    void plain(Runnable call) {
        calling(() -> {
            call.run();
            return null;
        });
    }

    private long guarded(LongSupplier answer) {
        try {
            return answer.getAsLong();
        } catch (RuntimeException | Error e) {
            failure = failure == null ? e : failure;
            return 0;
        }
    }

    /** What the machine answers, or the negative errno with which it refuses. */
    private static long answered(Answer answer) {
        try {
            return answer.get();
        } catch (DriverException e) {
            return -e.errno().number();
        }
    }

    /** An answer that may be a refusal. */
    private interface Answer {
        long get() throws DriverException;
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
