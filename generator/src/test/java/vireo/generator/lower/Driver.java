// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.ir.IrPrinter;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.resolve.DslClasses;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.Parser;
import vireo.generator.syntax.SubsetCheck;
import vireo.generator.syntax.ast.CompilationUnit;

/** A driver of a few small files, lowered. */
final class Driver {
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum|@interface)\\s+(\\w+)");

    private static final DslClasses DSL = DslClasses.load(Optional.ofNullable(System.getProperty("vireo.dsl.classes"))
            .map(p -> List.of(Path.of(p)))
            .orElse(List.of()));

    private final Optional<Program> program;
    private final List<Diagnostic> findings;

    private Driver(Optional<Program> program, List<Diagnostic> findings) {
        this.program = program;
        this.findings = findings;
    }

    /** Lowers files of package p; each text is what follows the imports, which are all of the dsl. */
    static Driver of(String... files) {
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            texts.add("package p;\nimport vireo.dsl.*;\n" + file);
        }
        return whole(texts);
    }

    /** Lowers a class {@code A} with these members. */
    static Driver members(String members, String... otherFiles) {
        List<String> files = new ArrayList<>(List.of("public final class A {\n" + members + "\n}\n"));
        files.addAll(List.of(otherFiles));
        return of(files.toArray(String[]::new));
    }

    /** Lowers whole texts, named like the first type in them. */
    static Driver whole(List<String> texts) {
        Diagnostics diagnostics = new Diagnostics();
        List<CompilationUnit> units = new ArrayList<>();
        for (String text : texts) {
            Matcher type = TYPE.matcher(text);
            String name = type.find() ? type.group(1) : "Empty";
            Parser.parse(SourceFile.of("p/" + name + ".java", text), diagnostics)
                    .ifPresent(unit -> {
                        SubsetCheck.run(unit, diagnostics);
                        units.add(unit);
                    });
        }
        assertThat(diagnostics.sorted()).as("syntax and subset").isEmpty();
        Optional<Program> program = Lowering.lower(units, DSL, diagnostics);
        return new Driver(program, diagnostics.sorted());
    }

    /** The program, which must have been accepted. */
    Program program() {
        assertThat(findings).as("findings").isEmpty();
        return program.orElseThrow();
    }

    /** The body of a method of the class A, as text, without the indentation of the first level. */
    String body(String method) {
        MethodDecl found = program().types().stream()
                .flatMap(t -> Program.methodsOf(t).stream())
                .filter(m -> m.name().equals(method))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no method " + method));
        return IrPrinter.print(found)
                .lines()
                .skip(1)
                .map(l -> l.substring(2))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What was found, one line each: code, line of the file's own text, and what. */
    List<String> findings() {
        return findings.stream()
                .map(d -> d.code() + " " + (d.primary().line() - 2) + " " + d.what())
                .toList();
    }

    /** The findings as they are. */
    List<Diagnostic> diagnostics() {
        return findings;
    }
}
