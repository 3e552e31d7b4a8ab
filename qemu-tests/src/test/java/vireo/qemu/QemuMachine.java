// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine that boots one guest program and is judged by what it leaves behind. Immutable: each method returns a changed copy.
 *
 * @param machine what QEMU plays
 * @param program the guest's ELF file
 * @param folder where the run's files go; the caller's to clean
 * @param words the guest's command line
 * @param extra further arguments of QEMU's
 * @param limit how long the guest may take from start to end
 */
record QemuMachine(
        Machine machine, Path program, Path folder, List<String> words, List<String> extra, Duration limit) {

    /** Copies the lists. */
    QemuMachine {
        words = List.copyOf(words);
        extra = List.copyOf(extra);
    }

    /** A PC without devices, for a guest that needs at most half a minute. */
    static QemuMachine of(Path program, Path folder) {
        return of(Machine.Q35, program, folder);
    }

    /** A machine without devices, for a guest that needs at most half a minute. */
    static QemuMachine of(Machine machine, Path program, Path folder) {
        return new QemuMachine(machine, program, folder, List.of(), List.of(), Duration.ofSeconds(30));
    }

    /** Adds a word to the guest's command line, such as {@code scenario=read}. */
    QemuMachine word(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return new QemuMachine(machine, program, folder, more, extra, limit);
    }

    /** Plugs in a disk on PCI; they are probed in this order. */
    QemuMachine disk(Disk disk) {
        return arguments(disk.arguments("virtio-blk-pci"));
    }

    /** Adds a device by QEMU's own words, such as {@code virtio-rng-pci}. */
    QemuMachine device(String device) {
        return arguments(List.of("-device", device));
    }

    /** Records a trace event of QEMU's; see {@link GuestRun#trace()}. */
    QemuMachine trace(String event) {
        return arguments(List.of("-trace", event));
    }

    /** The same machine with another limit of time. */
    QemuMachine limit(Duration newLimit) {
        return new QemuMachine(machine, program, folder, words, extra, newLimit);
    }

    /** Adds words of QEMU's command line. */
    QemuMachine arguments(List<String> arguments) {
        List<String> more = new ArrayList<>(extra);
        more.addAll(arguments);
        return new QemuMachine(machine, program, folder, words, more, limit);
    }

    /**
     * Runs the machine to its end.
     *
     * @return what it left behind
     * @throws AssertionError if it is still running at the limit; the message holds the serial log
     */
    GuestRun boot() {
        try (RunningGuest guest = start()) {
            return guest.end();
        }
    }

    /**
     * Starts the machine, once fewer than two others are running.
     *
     * @return the machine, which the caller closes
     */
    RunningGuest start() {
        try {
            Files.createDirectories(folder);
            return RunningGuest.start(this);
        } catch (IOException e) {
            throw new UncheckedIOException(machine.qemu() + " cannot be run: " + e.getMessage(), e);
        }
    }

    /** Where the guest's serial port writes. */
    Path serial() {
        return folder.resolve("serial.log");
    }

    /** Where trace events go. */
    Path trace() {
        return folder.resolve("trace.log");
    }

    /** How QEMU is started. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(machine.qemu());
        command.addAll(machine.arguments());
        command.addAll(List.of(
                "-accel", "tcg", "-m", "128",
                "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
                "-serial", "file:" + serial(),
                "-kernel", program.toString(),
                "-append", String.join(" ", words)));
        if (extra.contains("-trace")) {
            command.addAll(List.of("-D", trace().toString()));
        }
        command.addAll(extra);
        return command;
    }
}
