// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic.Kind;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;
import vireo.generator.table.TableTree;

/** The sources of one compilation, as far as they are a driver's. */
final class DriverCompilation {
    private static final String DSL = "vireo.dsl.";
    private static final String DSL_JVM = "vireo.dsl.jvm.";
    private static final String TEST_FRAMEWORK = "org.junit.";

    private final List<CompilationUnitTree> units;
    private final Trees trees;

    DriverCompilation(List<CompilationUnitTree> units, Trees trees) {
        this.units = List.copyOf(units);
        this.trees = trees;
    }

    /** Reports what the generator refuses, each finding at its place. */
    void check() {
        if (units.stream().anyMatch(unit -> imports(unit, TEST_FRAMEWORK))) {
            return;
        }
        Map<SourceFile, CompilationUnitTree> drivers = new HashMap<>();
        List<SourceFile> sources = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            if (!imports(unit, DSL_JVM) && !unit.getTypeDecls().isEmpty()) {
                SourceFile source = SourceFile.of(unit.getSourceFile().getName().replace('\\', '/'), text(unit));
                sources.add(source);
                drivers.put(source, unit);
            }
        }
        if (drivers.values().stream().noneMatch(unit -> imports(unit, DSL))) {
            return;
        }
        Diagnostics findings = new Diagnostics();
        List<Path> tables = TableTree.beside(drivers.values().stream().flatMap(unit -> sourceFolder(unit).stream()).distinct().toList());
        List<SourceFile> read = TableTree.read(tables, path -> path.toString().replace('\\', '/'), findings);
        new Compiler(List.of(), Path.of("")).compileTexts(sources, read, findings);
        findings.sorted().forEach(finding -> report(finding, drivers));
    }

    private void report(Diagnostic finding, Map<SourceFile, CompilationUnitTree> drivers) {
        CompilationUnitTree unit = drivers.get(finding.primary().file());
        if (unit == null) {
            // Not about a source: the dsl is missing, or a specification's table is wrong.
            CompilationUnitTree first = units.get(0);
            trees.printMessage(Kind.ERROR, where(finding.primary()) + ": " + message(finding), first, first);
            return;
        }
        Tree place = new PlaceFinder(trees.getSourcePositions(), unit).at(finding.primary());
        trees.printMessage(Kind.ERROR, message(finding), place, unit);
    }

    /** The folder that holds a source's package; none for a source that is no file. */
    private static Optional<Path> sourceFolder(CompilationUnitTree unit) {
        if (!"file".equals(unit.getSourceFile().toUri().getScheme())) {
            return Optional.empty();
        }
        Path folder = Path.of(unit.getSourceFile().toUri()).getParent();
        String name = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        for (int parts = name.isEmpty() ? 0 : name.split("\\.").length; parts > 0 && folder != null; parts--) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    /** One line for the list of problems, then what a reader of that line wants to know. */
    private static String message(Diagnostic finding) {
        StringBuilder text = new StringBuilder("[" + finding.code() + "] " + finding.what());
        for (Diagnostic.Label label : finding.secondary()) {
            text.append("\n  ").append(where(label.span())).append(": ").append(label.text());
        }
        finding.facts().forEach(fact -> text.append("\n  known: ").append(fact));
        text.append("\n  why: ").append(finding.why());
        text.append("\n  fix: ").append(finding.fix());
        return text.toString();
    }

    private static String where(Span span) {
        String path = span.file().path();
        return path.substring(path.lastIndexOf('/') + 1) + ":" + span.file().line(span.start());
    }

    private static boolean imports(CompilationUnitTree unit, String prefix) {
        return unit.getImports().stream()
                .anyMatch(imported -> imported.getQualifiedIdentifier().toString().startsWith(prefix));
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            // javac has just read it.
            throw new IllegalStateException(unit.getSourceFile().getName() + " cannot be read again", e);
        }
    }
}
