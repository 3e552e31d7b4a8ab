// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A machine that is running. Closing it ends it. */
final class RunningGuest implements AutoCloseable {

    /** A machine's speed is judged by a clock: there are never more of them than this machine can run side by side. */
    private static final Semaphore PLACES = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private static final long POLL_MILLISECONDS = 5;

    static {
        // A test run that is interrupted leaves no machine behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final QemuMachine machine;
    private final List<String> command;
    private final Path errors;
    private final Process process;
    private final long endNanos;
    private boolean closed;

    private RunningGuest(QemuMachine machine, List<String> command, Path errors, Process process) {
        this.machine = machine;
        this.command = command;
        this.errors = errors;
        this.process = process;
        this.endNanos = System.nanoTime() + machine.limit().toNanos();
    }

    /** Starts a machine. */
    static RunningGuest start(QemuMachine machine) throws IOException {
        Files.deleteIfExists(machine.serial());
        Files.deleteIfExists(machine.trace());
        Path errors = machine.folder().resolve("qemu.log");
        List<String> command = machine.command();
        PLACES.acquireUninterruptibly();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(errors.toFile())
                    .start();
            RUNNING.add(process);
            process.getOutputStream().close();
            return new RunningGuest(machine, command, errors, process);
        } catch (IOException e) {
            PLACES.release();
            throw e;
        }
    }

    /**
     * Waits until the guest has said a line that contains a text.
     *
     * @throws AssertionError if it ends before, or reaches its limit
     */
    void awaitSaid(String text) {
        while (!read(machine.serial()).contains(text)) {
            if (!process.isAlive() || left() <= 0) {
                throw new AssertionError("the guest never said \"" + text + "\"\n" + remains().log());
            }
            pause();
        }
    }

    /**
     * Lets the machine run to its end.
     *
     * @throws AssertionError if it is still running at the limit; the message holds the serial log
     */
    GuestRun end() {
        try {
            boolean ended = process.waitFor(Math.max(0, left()), TimeUnit.MILLISECONDS);
            close();
            GuestRun run = remains();
            if (!ended) {
                throw new AssertionError(
                        "the guest did not end within " + machine.limit().toMillis() + " ms\n" + run.log());
            }
            return run;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a guest was running", e);
        }
    }

    /** Ends the machine where it has not ended. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RUNNING.remove(process);
        PLACES.release();
    }

    private GuestRun remains() {
        int exitCode = process.isAlive() ? 0 : process.exitValue();
        return new GuestRun(command, exitCode, read(machine.serial()), read(errors), read(machine.trace()));
    }

    private long left() {
        return (endNanos - System.nanoTime()) / 1_000_000;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a guest was running", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
