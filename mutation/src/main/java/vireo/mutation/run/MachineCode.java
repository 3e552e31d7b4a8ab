// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Trivial compiler equivalence (Papadakis, Jia, Harman and Le Traon, 2015): a mutant whose C an optimising compiler turns into the same
 * machine code is no error. Byte order, barriers and register accesses are calls that the compiler knows nothing about, see
 * {@code vireo_port_config.h} among the resources: code that is the same on one machine and differs on others counts as different.
 */
final class MachineCode {
    private static final List<String> COMPILE =
            List.of("gcc", "-std=gnu11", "-ffreestanding", "-O2", "-g0", "-w", "-fno-ident", "-fno-asynchronous-unwind-tables");

    private static final int LONGEST_SECONDS = 120;

    private final Path runtime;
    private final Path port;
    private final Path folder;
    private final SortedMap<String, String> original;
    private final Map<String, byte[]> objects = new HashMap<>();
    private final Map<String, byte[]> preprocessed = new HashMap<>();

    private MachineCode(Path runtime, Path port, Path folder, SortedMap<String, String> original) {
        this.runtime = runtime;
        this.port = port;
        this.folder = folder;
        this.original = original;
    }

    /**
     * Of the unchanged drivers.
     *
     * @param c what the generator emits for them, by paths
     * @return empty where there is no GCC on this machine, or no C runtime in the repository
     */
    static Optional<MachineCode> of(Project project, SortedMap<String, String> c) {
        Path runtime = project.root().resolve("runtime-c/include");
        if (!Files.isDirectory(runtime) || version().isEmpty()) {
            return Optional.empty();
        }
        Path folder = project.work().resolve("base/c");
        Path port = project.work().resolve("base/port");
        write(folder, c);
        try (java.io.InputStream config = MachineCode.class.getResourceAsStream("vireo_port_config.h")) {
            write(port, new TreeMap<>(Map.of("vireo_port_config.h", new String(config.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MachineCode code = new MachineCode(runtime, port, folder, c);
        c.keySet().stream().filter(path -> path.endsWith(".c")).findFirst().ifPresent(code::object);
        return Optional.of(code);
    }

    /** The compiler's version; empty where there is none. */
    static String version() {
        try {
            Process process = new ProcessBuilder("gcc", "-dumpfullversion").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Whether a mutant's C is the same code.
     *
     * @param work folder that is free to use
     */
    boolean isSame(SortedMap<String, String> c, Path work) {
        if (!c.keySet().equals(original.keySet())) {
            return false;
        }
        Set<String> changed = new TreeSet<>(c.keySet());
        changed.removeIf(path -> CText.withoutComments(c.get(path)).equals(CText.withoutComments(original.get(path))));
        for (String path : changed) {
            // A macro of a header may be used by code that is not here.
            if (path.endsWith(".h") && !CText.macros(c.get(path)).equals(CText.macros(original.get(path)))) {
                return false;
            }
        }
        Judge.clear(work);
        write(work, c);
        for (String path : c.keySet()) {
            boolean isUnit = path.endsWith(".c") && reaches(c, path, changed, new HashSet<>());
            boolean isHeader = path.endsWith(".h") && changed.contains(path);
            if ((isUnit || isHeader) && !isSame(path, work)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a file is among the changed ones, or includes one of them. */
    private static boolean reaches(Map<String, String> c, String path, Set<String> changed, Set<String> seen) {
        if (changed.contains(path)) {
            return true;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return seen.add(path) && CText.includes(c.getOrDefault(path, "")).stream().anyMatch(name -> reaches(c, folder + name, changed, seen));
    }

    private boolean isSame(String path, Path work) {
        return Arrays.equals(preprocessed(path), gcc(work, path, List.of("-E", "-P")))
                || Arrays.equals(object(path), gcc(work, path, List.of("-c")));
    }

    private synchronized byte[] preprocessed(String path) {
        return preprocessed.computeIfAbsent(path, p -> gcc(folder, p, List.of("-E", "-P")));
    }

    private synchronized byte[] object(String path) {
        return objects.computeIfAbsent(path, p -> gcc(folder, p, List.of("-c")));
    }

    /** What the compiler makes of a file. The names within the result do not depend on the folder. */
    private byte[] gcc(Path sources, String path, List<String> what) {
        String file = path;
        List<String> command = new ArrayList<>(COMPILE);
        command.addAll(what);
        for (Path include : List.of(port, runtime, sources)) {
            command.addAll(List.of("-I", include.toString()));
        }
        if (path.endsWith(".h")) {
            // The functions that it brings, as if each were called from elsewhere.
            file = "header.c";
            write(sources, new TreeMap<>(Map.of(file, "#include <vireo/port.h>\n#define static\n#define inline\n#include \"" + path + "\"\n")));
        }
        command.addAll(List.of("-o", "result", file));
        try {
            Process process = new ProcessBuilder(command).directory(sources.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " in " + sources + " failed:\n" + said);
            }
            return Files.readAllBytes(sources.resolve("result"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void write(Path folder, Map<String, String> texts) {
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = folder.resolve(text.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write C below " + folder, e);
        }
    }
}
