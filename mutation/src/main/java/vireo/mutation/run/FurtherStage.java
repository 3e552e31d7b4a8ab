// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vireo.generator.Compilation;

/**
 * A command that judges the C of mutants that the JVM tests do not notice: the tests of the compiled C, or boot tests. It runs in a
 * folder that looks like the repository, but for {@code generated}, which holds the mutant's C. A status other than 0 means noticed.
 *
 * @param stage what the command stands for
 * @param command what the shell runs
 * @param minutes after which the command counts as hanging, and the mutant as noticed
 */
public record FurtherStage(Verdict.Stage stage, String command, int minutes) {

    /** Why the mutant is dead; empty where the command succeeds. */
    String failure(Project project, Path overlay, Compilation compilation) {
        Path root = overlay.resolve("root");
        Judge.clear(root);
        try {
            copyOf(project, root, compilation);
            Process process = new ProcessBuilder("sh", "-c", command).directory(root.toFile()).redirectErrorStream(true)
                    .redirectOutput(overlay.resolve(stage.name().toLowerCase(java.util.Locale.ROOT) + ".log").toFile()).start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return "hangs";
            }
            return process.exitValue() == 0 ? "" : "status " + process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run '" + command + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void copyOf(Project project, Path root, Compilation compilation) throws IOException {
        Files.createDirectories(root.resolve("generated"));
        link(project.root(), root, List.of("generated", "target", ".git"));
        link(project.root().resolve("generated"), root.resolve("generated"), List.of("target"));
        for (Map.Entry<String, String> file : compilation.c().entrySet()) {
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
