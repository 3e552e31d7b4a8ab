// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vireo.generator.check.CheckReport;
import vireo.generator.check.Checks;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.emit.c.CEmitter;
import vireo.generator.emit.jvm.BinderEmitter;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;
import vireo.generator.lower.Lowering;
import vireo.generator.resolve.DslClasses;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;
import vireo.generator.syntax.Parser;
import vireo.generator.syntax.SubsetCheck;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.table.SpecTables;
import vireo.generator.table.TableTree;

/**
 * The whole generator, from source folders to the texts of the output files: parse, subset, resolve and lower, check, emit. Each step
 * runs only if those before it refused nothing; within a step, everything wrong is reported. Nothing is written here.
 */
public final class Compiler {
    /** Of the thread that does the work, in bytes: passes walk trees recursively, as deep as the parser admits. */
    private static final long STACK = 512L << 20;

    private final List<Path> dslClassPath;
    private final Path base;

    /**
     * @param dslClassPath where the dsl's classes are; empty for the generator's own class path
     * @param base paths in diagnostics and in generated files are relative to it
     */
    public Compiler(List<Path> dslClassPath, Path base) {
        this.dslClassPath = List.copyOf(dslClassPath);
        this.base = base;
    }

    /**
     * Compiles the drivers below the source folders as one program, with the tables that lie beside those folders.
     *
     * @param diagnostics receives what is refused; the result has no output files then
     * @throws RuntimeException for a defect of the generator itself
     */
    public Compilation compile(List<Path> roots, Diagnostics diagnostics) {
        return compile(roots, TableTree.beside(roots), diagnostics);
    }

    /** Compiles the drivers below the source folders as one program, with the specification's tables in other folders. */
    public Compilation compile(List<Path> roots, List<Path> tables, Diagnostics diagnostics) {
        List<SourceFile> sources = SourceTree.read(roots, base, diagnostics);
        List<SourceFile> read = TableTree.read(tables, path -> SourceTree.shown(path, base), diagnostics);
        return onDeepStack(() -> compileSources(sources, read, Checks::run, diagnostics));
    }

    /** Compiles texts that were read already, without tables. */
    public Compilation compileTexts(List<SourceFile> sources, Diagnostics diagnostics) {
        return compileTexts(sources, List.of(), diagnostics);
    }

    /** Compiles texts and the specification's tables that were read already. */
    public Compilation compileTexts(List<SourceFile> sources, List<SourceFile> tables, Diagnostics diagnostics) {
        return onDeepStack(() -> compileSources(sources, tables, Checks::run, diagnostics));
    }

    /** Compiles texts, and does not look for what they have without need: programs that are made at random have much. */
    public Compilation compileWithSpare(List<SourceFile> sources, Diagnostics diagnostics) {
        return onDeepStack(() -> compileSources(sources, List.of(), Checks::prove, diagnostics));
    }

    private interface Checking {
        CheckReport check(Program program, SpecTables tables, Diagnostics diagnostics);
    }

    private Compilation compileSources(List<SourceFile> sources, List<SourceFile> tableFiles, Checking checks, Diagnostics diagnostics) {
        SpecTables tables = SpecTables.read(tableFiles, diagnostics);
        List<CompilationUnit> units = parse(sources, diagnostics);
        Compilation refused = new Compilation(sources, 0, 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        if (!diagnostics.isEmpty()) {
            return refused;
        }
        DslClasses dsl = DslClasses.load(dslClassPath);
        if (!dsl.isPresent()) {
            diagnostics.report(withoutDsl());
            return refused;
        }
        Optional<Program> program = Lowering.lower(units, dsl, diagnostics);
        if (program.isEmpty() || !diagnostics.isEmpty()) {
            return refused;
        }
        CheckReport report = checks.check(program.get(), tables, diagnostics);
        int registers = count(program.get(), TypeDecl.BlockDecl.class, b -> b.registers().size());
        int rings = count(program.get(), DmaDecl.class, d -> d.ring() ? 1 : 0);
        if (!diagnostics.isEmpty()) {
            return new Compilation(sources, registers, rings, report.proofs(), new TreeMap<>(), new TreeMap<>());
        }
        SortedMap<String, String> c = new TreeMap<>(CEmitter.emit(program.get(), report.values()));
        SortedMap<String, String> binders = new TreeMap<>(BinderEmitter.emit(program.get()));
        return new Compilation(sources, registers, rings, report.proofs(), c, binders);
    }

    private static <T extends TypeDecl> int count(Program program, Class<T> kind, java.util.function.ToIntFunction<T> size) {
        return program.types().stream().filter(kind::isInstance).map(kind::cast).mapToInt(size).sum();
    }

    private Diagnostic withoutDsl() {
        String where = dslClassPath.isEmpty()
                ? "the generator's own class path"
                : String.join(", ", dslClassPath.stream().map(p -> SourceTree.shown(p, base)).toList());
        Path first = dslClassPath.isEmpty() ? base : dslClassPath.get(0);
        return Diagnostic.of("VR901", new Span(SourceFile.of(SourceTree.shown(first, base), ""), 0, 0),
                "The classes of vireo.dsl are not on " + where + ".",
                "Their annotations say what each call of a driver means.",
                "Compile the dsl module first, and name its folder of classes or its jar with --dsl.");
    }

    /** Parses and checks the files in parallel; findings are reported in the order of the files. */
    private static List<CompilationUnit> parse(List<SourceFile> sources, Diagnostics diagnostics) {
        record Parsed(Optional<CompilationUnit> unit, Diagnostics findings) {}
        int threads = Math.max(1, Math.min(sources.size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "vireo-parser", STACK / 8);
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Parsed>> running = new ArrayList<>();
            for (SourceFile source : sources) {
                running.add(pool.submit(() -> {
                    Diagnostics findings = new Diagnostics();
                    Optional<CompilationUnit> unit = Parser.parse(source, findings);
                    unit.ifPresent(u -> SubsetCheck.run(u, findings));
                    return new Parsed(unit, findings);
                }));
            }
            List<CompilationUnit> units = new ArrayList<>();
            for (Future<Parsed> future : running) {
                Parsed parsed = await(future);
                parsed.unit().ifPresent(units::add);
                parsed.findings().sorted().forEach(diagnostics::report);
            }
            return units;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T onDeepStack(Callable<T> work) {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, "vireo", STACK);
            thread.setDaemon(true);
            return thread;
        });
        try {
            return await(pool.submit(work));
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while compiling", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
