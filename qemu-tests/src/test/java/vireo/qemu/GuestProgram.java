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
    /** The generated block driver, through all that a disk can do. */
    BLOCK("block", true),
    /** All generated drivers, through what every machine can do. */
    DEVICES("devices", true),
    /** Guests that end in every wrong way, to test the harness. */
    MISBEHAVE("misbehave", false);

    private final String folder;
    private final boolean drivers;
    private final Map<Architecture, Optional<Path>> built = new EnumMap<>(Architecture.class);

    GuestProgram(String folder, boolean drivers) {
        this.folder = folder;
        this.drivers = drivers;
    }

    /** The program's ELF file for a PC; see {@link #elf(Architecture)}. */
    Path elf() {
        return elf(Architecture.X86_64);
    }

    /**
     * The program's ELF file for a CPU, brought up to date by make the first time it is asked for.
     *
     * @throws AssertionError if it does not compile; the first one's message holds the compiler's words
     */
    synchronized Path elf(Architecture architecture) {
        if (!built.containsKey(architecture)) {
            built.put(architecture, Optional.empty());
            built.put(architecture, Optional.of(build(architecture)));
        }
        return built.get(architecture).orElseThrow(() -> new AssertionError(
                "the guest " + this + " does not build for " + architecture + ": see the first failure"));
    }

    private Path build(Architecture architecture) {
        Path root = root();
        Path output = Path.of(System.getProperty("vireo.guest.output", root + "/qemu-tests/target/guest"))
                .resolve(folder).resolve(architecture.makeName());
        Path guest = root.resolve("qemu-tests/guest");
        List<Path> sources = new ArrayList<>(sources(guest.resolve("common")));
        sources.addAll(sources(guest.resolve(folder)));
        if (drivers) {
            sources.addAll(sources(root.resolve("generated/virtio")));
        }
        String program = folder + ".elf";
        run(List.of("make", "--no-print-directory", "-j2", "-C", root.resolve("runtime-c/bare").toString(),
                "ARCH=" + architecture.makeName(), "O=" + output, "PROGRAM=" + program,
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
