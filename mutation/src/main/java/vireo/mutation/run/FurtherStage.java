// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command that judges the C of mutants that the JVM tests do not notice: the tests of the compiled C, or boot tests. It runs in a
 * folder that looks like the repository, but for {@code generated}, which holds the mutant's C. A status other than 0 means noticed.
 *
 * @param stage what the command stands for
 * @param command what the shell runs
 * @param minutes after which the command counts as hanging, and the mutant as noticed
 */
public record FurtherStage(Verdict.Stage stage, String command, int minutes) {
    /** The tests of the compiled C are made of one compiler's output: the one that sees the most. */
    private static final String BUILD = "GCC_SANITIZED";

    /**
     * The module's own tests of the compiled C, as far as they pass on the unchanged drivers.
     *
     * @return empty where there is no GCC, or none of them passes
     */
    public static Optional<FurtherStage> ofCompiledTests(Baseline baseline, int minutes) {
        if (baseline.machineCode().isEmpty()) {
            return Optional.empty();
        }
        Project project = baseline.project();
        Path known = project.work().resolve("base/compiled-failing.txt");
        List<Path> path = new ArrayList<>(List.of(Path.of("../drivers"), Path.of("../tests"), project.baseClasses(), project.testClasses(),
                project.testResources()));
        path.addAll(project.libraryPath());
        String command = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx600m",
                        "-Dvireo.root=.", "-Dvireo.compiled.builds=" + BUILD, "-Dvireo.dsl.classes=" + project.dsl(), "-cp",
                        path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), CompiledTests.class.getName(),
                        project.testClasses().toString(), known.toString())
                .map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
        FurtherStage stage = new FurtherStage(Verdict.Stage.COMPILED, command, minutes);
        try {
            Files.deleteIfExists(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean judges = stage.failure(project, project.work().resolve("base/compiled"), baseline.c()).isEmpty();
        return judges ? Optional.of(stage) : Optional.empty();
    }

    /**
     * Why the mutant is dead; empty where the command succeeds.
     *
     * @param c what the generator emits for the mutant
     */
    String failure(Project project, Path overlay, Map<String, String> c) {
        Path root = overlay.resolve("root");
        Path log = overlay.resolve(stage.name().toLowerCase(java.util.Locale.ROOT) + ".log");
        Judge.clear(root);
        try {
            copyOf(project, root, c);
            Process process = new ProcessBuilder("sh", "-c", command).directory(root.toFile()).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return "hangs";
            }
            return process.exitValue() == 0 ? "" : lastWords(log) + "status " + process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run '" + command + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1) + ": ";
    }

    private static void copyOf(Project project, Path root, Map<String, String> c) throws IOException {
        Files.createDirectories(root.resolve("generated"));
        link(project.root(), root, List.of("generated", "target", ".git"));
        link(project.root().resolve("generated"), root.resolve("generated"), List.of("target"));
        for (Map.Entry<String, String> file : c.entrySet()) {
            Path path = root.resolve("generated").resolve(file.getKey());
            Path folder = path.getParent();
            if (Files.isSymbolicLink(folder)) {
                Files.delete(folder);
            }
            Files.createDirectories(folder);
            Files.writeString(path, file.getValue());
        }
    }

    private static void link(Path from, Path to, List<String> without) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!without.contains(entry.getFileName().toString())) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
                }
            }
        }
    }
}
