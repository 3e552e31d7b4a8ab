// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vireo.generator.Compilation;
import vireo.generator.Compiler;
import vireo.generator.SourceTree;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.JavacRenderer;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.Parser;
import vireo.mutation.seed.Tree;

/**
 * The unchanged drivers: accepted, compiled, tested.
 *
 * @param project what is mutated
 * @param trees the drivers' files
 * @param outputs what the generator emits for them, see {@link #comparable}
 * @param c the C, by paths
 * @param binders the JVM binders, by their paths
 * @param tests the texts of the tests
 * @param coverage who tests what; empty of tests where none are to judge
 * @param machineCode what GCC makes of the C; empty where there is no GCC
 */
public record Baseline(Project project, List<Tree> trees, Map<String, String> outputs, SortedMap<String, String> c,
        Map<String, String> binders, Map<String, String> tests, Coverage coverage, Optional<MachineCode> machineCode) {

    /**
     * Compiles and, where wanted, tests the drivers.
     *
     * @throws IllegalStateException where the drivers are refused, or do not compile: mutants of them would tell nothing
     */
    public static Baseline of(Project project, boolean withTests) {
        Diagnostics diagnostics = new Diagnostics();
        List<SourceFile> sources = SourceTree.read(List.of(project.sources()), project.root(), diagnostics);
        Compilation compilation = new Compiler(List.of(project.dsl()), project.root()).compileTexts(sources, project.tables(diagnostics), diagnostics);
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException("the unchanged drivers are refused:\n" + new JavacRenderer().render(diagnostics.sorted()));
        }
        List<Tree> trees = sources.stream().map(file -> new Tree(Parser.parse(file, diagnostics).orElseThrow())).toList();
        SortedMap<String, String> tests = withTests ? Project.texts(project.tests()) : new TreeMap<>();
        compile(project, sources, compilation.binders(), tests);
        Coverage coverage = withTests ? Coverage.measure(project, trees, compilation.binders()) : new Coverage();
        return new Baseline(project, trees, comparable(compilation), compilation.c(), compilation.binders(), tests, coverage,
                MachineCode.of(project, compilation.c()));
    }

    private static void compile(Project project, List<SourceFile> sources, Map<String, String> binders, Map<String, String> tests) {
        SortedMap<String, String> drivers = new TreeMap<>(binders);
        sources.forEach(file -> drivers.put(file.path(), file.text()));
        try (JavaBuild java = new JavaBuild()) {
            write(java.compile(drivers, project.libraryPath()), project.baseClasses(), "the drivers");
            List<Path> path = new ArrayList<>(project.libraryPath());
            path.add(project.baseClasses());
            if (!tests.isEmpty()) {
                write(java.compile(tests, path), project.testClasses(), "the tests");
            }
        }
    }

    private static void write(JavaBuild.Built built, Path folder, String what) {
        built.error().ifPresent(error -> {
            throw new IllegalStateException(what + " do not compile: " + error);
        });
        Judge.clear(folder);
        built.writeTo(folder);
    }

    /** What the generator emitted, without comments. */
    static Map<String, String> comparable(Compilation compilation) {
        SortedMap<String, String> outputs = new TreeMap<>();
        compilation.binders().forEach((path, text) -> outputs.put(path, CText.withoutComments(text)));
        compilation.c().forEach((path, text) -> outputs.put(path, CText.withoutComments(text)));
        return outputs;
    }
}
