// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All scenarios played by one build of the generated C, each with its outcome. */
final class CompiledRun {
    private static final int LONGEST_SECONDS = 600;

    private final Map<String, List<String>> outcomes = new LinkedHashMap<>();

    /**
     * Compiles and plays. Where the C ends the process, that is the scenario's outcome, and the next goes on in another process.
     *
     * @param root the repository
     * @param target where files may be written
     * @param scenarios what to play
     */
    CompiledRun(CompiledBuild build, Path root, Path target, Collection<String> scenarios) {
        try {
            Path folder = emptied(target.resolve("compiled").resolve(build.name().toLowerCase(Locale.ROOT)));
            Path library = build.compile(root, folder);
            Deque<String> rest = new ArrayDeque<>(scenarios);
            while (!rest.isEmpty()) {
                String ending = run(build, library, folder, rest);
                while (!rest.isEmpty() && Files.exists(CompiledLife.file(folder, rest.peek()))) {
                    String played = rest.remove();
                    outcomes.put(played, Files.readAllLines(CompiledLife.file(folder, played)));
                }
                if (!rest.isEmpty()) {
                    outcomes.put(rest.remove(), List.of(ending));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transcript of a scenario. */
    List<String> transcript(String scenario) {
        List<String> lines = outcomes.get(scenario);
        if (lines == null || !lines.get(0).equals(CompiledLife.PLAYED)) {
            throw new AssertionError("compiled, it failed:\n" + (lines == null ? "not played" : String.join("\n", lines)));
        }
        return lines.subList(1, lines.size());
    }

    private static String run(CompiledBuild build, Path library, Path folder, Collection<String> scenarios)
            throws IOException {
        Path log = folder.resolve("last.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), CompiledLife.class.getName(),
                library.toString(), folder.toString()));
        command.addAll(scenarios);
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().put("LD_PRELOAD", build.preload());
        // The JVM has its own use for the signal, and does not give back all its memory.
        java.environment().put("ASAN_OPTIONS", "handle_segv=0:detect_leaks=0");
        java.environment().put("UBSAN_OPTIONS", "print_stacktrace=1");
        Process process = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        String ending;
        try {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            ending = ended ? "the process ended with status " + process.exitValue()
                    : "the process still ran after " + LONGEST_SECONDS + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ending = "interrupted";
        } finally {
            process.destroyForcibly();
        }
        return ending + ":\n" + new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }

    /** This process's class path, each entry from the root: the other process may have another working folder. */
    private static String classPath() {
        return String.join(File.pathSeparator, Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).toList());
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
