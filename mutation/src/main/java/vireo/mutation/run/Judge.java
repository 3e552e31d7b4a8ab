// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vireo.generator.Compilation;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.mutation.run.Verdict.Stage;
import vireo.mutation.seed.Edit;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Tree;

/** Shows one mutant after the other to javac, the generator and the tests. For one thread, with a JVM for its tests. */
public final class Judge implements AutoCloseable {
    private final Baseline baseline;
    private final Project project;
    private final Path overlay;
    private final JavaBuild java = new JavaBuild();
    private final TestProcess process;
    private final List<FurtherStage> further;

    /**
     * A judge.
     *
     * @param number of this judge: its folder's name
     * @param further what else is to look at mutants that the JVM tests do not notice
     */
    public Judge(Baseline baseline, int number, List<FurtherStage> further) {
        this.baseline = baseline;
        this.project = baseline.project();
        this.overlay = project.work().resolve("mutant-" + number);
        this.process = new TestProcess(project);
        this.further = List.copyOf(further);
    }

    /** Who notices a mutant first. */
    public Verdict judge(Mutant mutant) {
        long start = System.nanoTime();
        Verdict verdict = decide(mutant);
        return new Verdict(verdict.stage(), verdict.detail().replaceAll("\\s+", " "), (System.nanoTime() - start) / 1_000_000);
    }

    private Verdict decide(Mutant mutant) {
        SortedMap<String, String> drivers = texts(mutant);
        SortedMap<String, String> toCompile = drivers;
        List<Path> path = new ArrayList<>(project.libraryPath());
        if (mutant.statement() >= 0) {
            // Inside a method, an error changes this file's classes only.
            toCompile = new TreeMap<>(Map.of(mutant.file(), drivers.get(mutant.file())));
            path.add(project.baseClasses());
        }
        JavaBuild.Built built = java.compile(toCompile, path);
        if (built.error().isPresent()) {
            return new Verdict(Stage.JAVAC, built.error().get(), 0);
        }
        Diagnostics diagnostics = new Diagnostics();
        Compilation compilation;
        try {
            List<SourceFile> sources = drivers.entrySet().stream().map(f -> SourceFile.of(f.getKey(), f.getValue())).toList();
            compilation = new Compiler(List.of(project.dsl()), project.root()).compileTexts(sources, project.tables(diagnostics), diagnostics);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return new Verdict(Stage.CRASH, e + " at " + Stream.of(e.getStackTrace()).findFirst().map(Object::toString).orElse("?"), 0);
        }
        if (!diagnostics.isEmpty()) {
            return new Verdict(Stage.GENERATOR, codes(diagnostics), 0);
        }
        Optional<String> equivalence = equivalence(compilation);
        if (equivalence.isPresent()) {
            return new Verdict(Stage.EQUIVALENT, equivalence.get(), 0);
        }
        return tests(mutant, drivers, built, compilation);
    }

    /** How it is proved that what the generator emitted does what it does for the unchanged drivers; empty where it is not. */
    private Optional<String> equivalence(Compilation compilation) {
        Map<String, String> outputs = Baseline.comparable(compilation);
        if (outputs.equals(baseline.outputs())) {
            return Optional.of(Verdict.SAME_C);
        }
        boolean sameBinders = compilation.binders().keySet().stream().allMatch(path -> outputs.get(path).equals(baseline.outputs().get(path)));
        boolean sameCode = sameBinders && baseline.machineCode().map(code -> code.isSame(compilation.c(), overlay.resolve("c"))).orElse(false);
        return sameCode ? Optional.of(Verdict.SAME_CODE) : Optional.empty();
    }

    private SortedMap<String, String> texts(Mutant mutant) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Tree tree : baseline.trees()) {
            String text = tree.file().text();
            texts.put(tree.file().path(), tree.file().path().equals(mutant.file()) ? Edit.apply(text, mutant.edits()) : text);
        }
        return texts;
    }

    private static String codes(Diagnostics diagnostics) {
        List<Diagnostic> sorted = diagnostics.sorted();
        String codes = sorted.stream().map(Diagnostic::code).distinct().collect(Collectors.joining(" "));
        return codes + ": " + sorted.get(0).what();
    }

    private Verdict tests(Mutant mutant, SortedMap<String, String> drivers, JavaBuild.Built built, Compilation compilation) {
        if (baseline.coverage().size() > 0) {
            List<Coverage.Limited> tests = baseline.coverage().testsFor(mutant);
            String failure = tests.isEmpty() ? "" : failure(mutant, drivers, built, compilation, tests);
            if (!failure.isEmpty()) {
                baseline.coverage().noticed(mutant.file(), failure.replaceAll("[.: ].*", ""));
                return new Verdict(Stage.TESTS, failure, 0);
            }
        }
        for (FurtherStage stage : further) {
            String failure = stage.failure(project, overlay, compilation.c());
            if (!failure.isEmpty()) {
                return new Verdict(stage.stage(), failure, 0);
            }
        }
        return new Verdict(Stage.NOWHERE, baseline.coverage().size() == 0 ? "not tested"
                : baseline.coverage().isUnreached(mutant) ? "no test reaches the statement" : "all tests pass", 0);
    }

    private String failure(Mutant mutant, SortedMap<String, String> drivers, JavaBuild.Built built, Compilation compilation,
            List<Coverage.Limited> tests) {
        clear(overlay);
        List<Path> overlays = new ArrayList<>(List.of(overlay.resolve("drivers")));
        if (mutant.statement() >= 0) {
            built.writeTo(overlay.resolve("drivers"));
        } else {
            // A declaration reaches into other classes, the binders' and the tests' among them: javac copies constants.
            drivers.putAll(compilation.binders());
            JavaBuild.Built all = java.compile(drivers, project.libraryPath());
            if (all.error().isPresent()) {
                return "binders: " + all.error().get();
            }
            all.writeTo(overlay.resolve("drivers"));
            List<Path> path = new ArrayList<>(project.libraryPath());
            path.add(overlay.resolve("drivers"));
            JavaBuild.Built testClasses = java.compile(baseline.tests(), path);
            if (testClasses.error().isPresent()) {
                return "tests do not compile: " + testClasses.error().get();
            }
            testClasses.writeTo(overlay.resolve("tests"));
            overlays.add(overlay.resolve("tests"));
        }
        return process.run(overlays, tests);
    }

    /** Removes a folder with everything in it. */
    static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }

    @Override
    public void close() {
        java.close();
        process.close();
    }
}
