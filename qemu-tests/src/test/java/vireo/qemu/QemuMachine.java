// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * An x86-64 machine of QEMU's, interpreted (TCG), that boots one guest program and is judged by what
 * it leaves behind. Immutable: each method returns a changed copy.
 *
 * @param program the guest's ELF file
 * @param folder where the run's files go; the caller's to clean
 * @param words the guest's command line
 * @param extra further arguments of QEMU's
 * @param limit how long the guest may take from start to end
 */
public record QemuMachine(Path program, Path folder, List<String> words, List<String> extra, Duration limit) {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // A test run that is interrupted leaves no machine behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    /** Copies the lists. */
    public QemuMachine {
        words = List.copyOf(words);
        extra = List.copyOf(extra);
    }

    /** A machine without devices, for a guest that needs at most half a minute. */
    public static QemuMachine of(Path program, Path folder) {
        return new QemuMachine(program, folder, List.of(), List.of(), Duration.ofSeconds(30));
    }

    /** Adds a word to the guest's command line, such as {@code scenario=read}. */
    public QemuMachine word(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new QemuMachine(program, folder, more, extra, limit);
    }

    /** Plugs in a disk; they are probed in this order. */
    public QemuMachine disk(Disk disk) {
        return arguments(disk.arguments());
    }

    /** Adds a device by QEMU's own words, such as {@code virtio-rng-pci}. */
    public QemuMachine device(String device) {
        return arguments(List.of("-device", device));
    }

    /** Records a trace event of QEMU's; see {@link GuestRun#trace()}. */
    public QemuMachine trace(String event) {
        return arguments(List.of("-trace", event));
    }

    /** The same machine with another limit of time. */
    public QemuMachine limit(Duration newLimit) {
        return new QemuMachine(program, folder, words, extra, newLimit);
    }

    private QemuMachine arguments(List<String> arguments) {
        List<String> more = new ArrayList<>(extra);
        more.addAll(arguments);
        return new QemuMachine(program, folder, words, more, limit);
    }

    /**
     * Runs the machine to its end.
     *
     * @return what it left behind
     * @throws AssertionError if it is still running at the limit; the message holds the serial log
     */
    public GuestRun boot() {
        Path serial = folder.resolve("serial.log");
        Path errors = folder.resolve("qemu.log");
        Path trace = folder.resolve("trace.log");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(serial);
            Files.deleteIfExists(trace);
            List<String> command = command(serial, trace);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(errors.toFile())
                    .start();
            RUNNING.add(process);
            boolean ended;
            try {
                process.getOutputStream().close();
                ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly().waitFor();
                RUNNING.remove(process);
            }
            GuestRun run = new GuestRun(
                    command, process.exitValue(), read(serial), read(errors), read(trace));
            if (!ended) {
                throw new AssertionError("the guest did not end within " + limit.toMillis() + " ms\n" + run.log());
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("qemu-system-x86_64 cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a guest was running", e);
        }
    }

    private List<String> command(Path serial, Path trace) {
        List<String> command = new ArrayList<>(List.of(
                "qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", "-m", "128",
                "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
                "-serial", "file:" + serial,
                "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
                "-kernel", program.toString(),
                "-append", String.join(" ", words)));
        if (extra.contains("-trace")) {
            command.addAll(List.of("-D", trace.toString()));
        }
        command.addAll(extra);
        return command;
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
