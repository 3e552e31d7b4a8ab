// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.fuzz;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.JavacRenderer;
import vireo.generator.diagnostic.SarifWriter;
import vireo.generator.diagnostic.TerminalRenderer;
import vireo.generator.source.SourceFile;

/** A program, damaged or not, and what the generator must not do with it: crash, hang, or accept what is no Java. */
record FuzzedProgram(Map<String, String> files) {
    private static final Path DSL = Path.of(System.getProperty("vireo.dsl.classes", "../dsl/target/classes"));
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all programs: it remembers what it has read of the JDK. */
    private static final Discarding FILES = new Discarding(JAVAC.getStandardFileManager(null, null, null));

    /** Processor time for a program, and for each of its characters: far more than any needs, so that a slow machine fails no test. */
    private static final long NANOS = 20_000_000_000L;

    private static final long NANOS_PER_CHARACTER = 200_000;

    /** Codes of what a program has without need. */
    private static final Set<String> SPARE = Set.of("VR115", "VR116", "VR117", "VR118");

    /** What became of it, but for what it has without need. */
    enum Outcome {
        REFUSED,
        ACCEPTED
    }

    /**
     * Compiles the program.
     *
     * @throws AssertionError with what is wrong with the generator
     */
    Outcome judge() {
        long start = SYSTEM.getProcessCpuTime();
        Diagnostics diagnostics = new Diagnostics();
        try {
            List<SourceFile> sources = files.entrySet().stream().map(f -> SourceFile.of(f.getKey(), f.getValue())).toList();
            Compiler compiler = new Compiler(List.of(DSL), Path.of(""));
            compiler.compileTexts(sources, diagnostics);
            if (hasOnlySpare(diagnostics)) {
                // What is without need hides nothing else: the program has to stand the rest, and its C to be written.
                diagnostics = new Diagnostics();
                compiler.compileWithSpare(sources, diagnostics);
            }
            new TerminalRenderer(true).render(diagnostics.sorted());
            new JavacRenderer().render(diagnostics.sorted());
            new SarifWriter("1").write(diagnostics.sorted());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("the generator crashed: " + e + "\n" + trace(e), e);
        }
        long used = SYSTEM.getProcessCpuTime() - start;
        long allowed = NANOS + NANOS_PER_CHARACTER * files.values().stream().mapToLong(String::length).sum();
        if (used > allowed) {
            throw new AssertionError("the generator took " + used / 1_000_000 + " ms of processor time; at most " + allowed / 1_000_000 + " are fair");
        }
        if (diagnostics.sorted().stream().anyMatch(d -> d.code().equals("VR999"))) {
            throw new AssertionError("an internal error: " + diagnostics.sorted());
        }
        if (!diagnostics.isEmpty()) {
            return Outcome.REFUSED;
        }
        javacsError().ifPresent(error -> {
            throw new AssertionError("accepted, and javac says: " + error);
        });
        return Outcome.ACCEPTED;
    }

    private static boolean hasOnlySpare(Diagnostics diagnostics) {
        return !diagnostics.isEmpty() && diagnostics.sorted().stream().allMatch(d -> SPARE.contains(d.code()));
    }

    private static String trace(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return List.of(cause.getStackTrace()).stream().limit(12).map(at -> "    at " + at).collect(Collectors.joining("\n"));
    }

    /** What javac has against the program; nothing where it accepts it. */
    Optional<String> javacsError() {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        List<JavaFileObject> sources = files.entrySet().stream().<JavaFileObject>map(f -> new SimpleJavaFileObject(
                URI.create("string:///" + f.getKey()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return f.getValue();
            }
        }).toList();
        boolean accepted = JAVAC.getTask(null, FILES, findings,
                List.of("--release", "17", "-proc:none", "-cp", DSL.toString()), null, sources).call();
        return accepted ? Optional.empty() : Optional.of(findings.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> (d.getSource() == null ? "" : d.getSource().getName() + ":" + d.getLineNumber() + ": ") + d.getMessage(null))
                .findFirst().orElse("refused"));
    }

    /** The texts, for a message. */
    String shown() {
        return files.entrySet().stream().map(f -> "--- " + f.getKey() + "\n" + f.getValue()).collect(Collectors.joining("\n"));
    }
}
