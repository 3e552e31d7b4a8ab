// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs below guest/, each linked with the bare kernel into one ELF file. */
enum GuestProgram {
    /** The generated block driver under test. */
    BLOCK(List.of("block"), true),
    /** Guests that end in every wrong way, to test the harness. */
    MISBEHAVE(List.of("misbehave"), false);

    private static final Map<GuestProgram, Optional<Path>> BUILT = new EnumMap<>(GuestProgram.class);

    private final List<String> folders;
    private final boolean drivers;

    GuestProgram(List<String> folders, boolean drivers) {
        this.folders = folders;
        this.drivers = drivers;
    }

    /**
     * The program's ELF file, brought up to date by make the first time it is asked for.
     *
     * @throws AssertionError if it does not compile; the first one's message holds the compiler's words
     */
    Path elf() {
        synchronized (BUILT) {
            if (!BUILT.containsKey(this)) {
                BUILT.put(this, Optional.empty());
                BUILT.put(this, Optional.of(build()));
            }
            return BUILT.get(this).orElseThrow(
                    () -> new AssertionError("the guest " + this + " does not build: see the first failure"));
        }
    }

    private Path build() {
        Path root = root();
        Path output = Path.of(System.getProperty("vireo.guest.output", root + "/qemu-tests/target/guest"))
                .resolve(folders.get(0));
        Path guest = root.resolve("qemu-tests/guest");
        List<Path> sources = new ArrayList<>(sources(guest.resolve("common")));
        folders.forEach(folder -> sources.addAll(sources(guest.resolve(folder))));
        if (drivers) {
            sources.addAll(sources(root.resolve("generated/virtio")));
        }
        String program = folders.get(0) + ".elf";
        run(List.of("make", "--no-print-directory", "-j2", "-C", root.resolve("runtime-c/bare").toString(),
                "O=" + output, "PROGRAM=" + program,
                "SOURCES=" + joined(sources),
                "INCLUDES=" + joined(List.of(root.resolve("generated"), guest.resolve("common")))));
        return output.resolve(program);
    }

    /** The repository's root. */
    static Path root() {
        return Path.of(System.getProperty("vireo.root", "..")).toAbsolutePath().normalize();
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no C sources in " + folder, e);
        }
    }

    private static String joined(List<Path> paths) {
        return String.join(" ", paths.stream().map(Path::toString).toList());
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("the guest does not build\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("make cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the guest was built", e);
        }
    }
}
