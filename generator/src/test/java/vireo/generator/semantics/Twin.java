// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.semantics;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import vireo.generator.check.CheckReport;
import vireo.generator.check.Checks;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.emit.c.CEmitter;
import vireo.generator.ir.Program;
import vireo.generator.lower.Lowering;
import vireo.generator.resolve.DslClasses;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.Parser;
import vireo.generator.syntax.SubsetCheck;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.table.SpecTables;

/**
 * Driver sources compiled twice, by javac and by the generator with a C compiler. The C runs in a process of its own, so that the
 * address and undefined-behaviour sanitizers can watch it and a finding ends that process and not the tests.
 */
final class Twin {
    private static final Path DSL = Path.of(System.getProperty("vireo.dsl.classes", "../dsl/target/classes"));
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));
    private static final List<String> STRICT = List.of("-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-O1", "-g",
            "-fsanitize=undefined,address", "-fno-sanitize-recover=all");
    /** What a program written at random may say and an author would not. */
    private static final List<String> SENSELESS = List.of("-Wno-type-limits", "-Wno-tautological-compare",
            "-Wno-int-in-bool-context", "-Wno-bool-compare");

    private final Path folder;
    private final Map<String, String> c;
    private final boolean random;
    private final List<TwinMethod> methods = new ArrayList<>();

    /**
     * @param sources file names in one package folder, and their texts
     * @param folder for everything that is written
     * @param random the sources were written at random: comparisons that make no sense are no finding
     */
    Twin(Map<String, String> sources, Path folder, boolean random) throws Exception {
        this.folder = folder;
        this.random = random;
        this.c = generate(sources);
        for (Class<?> type : compileJava(sources)) {
            Stream.of(type.getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
                    .sorted(Comparator.comparing(java.lang.reflect.Method::getName))
                    .forEach(m -> methods.add(new TwinMethod(m)));
        }
        for (Map.Entry<String, String> file : c.entrySet()) {
            Path path = folder.resolve("c").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /**
     * Runs the generator with all its proofs; a finding is an error of the test. What a program has without need is not looked for: the
     * snippets show what operations do, and so do programs written at random.
     */
    private static Map<String, String> generate(Map<String, String> sources) {
        Diagnostics diagnostics = new Diagnostics();
        List<SourceFile> files = sources.entrySet().stream()
                .map(e -> SourceFile.of("semantics/" + e.getKey(), e.getValue()))
                .toList();
        List<CompilationUnit> units = new ArrayList<>();
        files.forEach(file -> Parser.parse(file, diagnostics).ifPresent(units::add));
        units.forEach(unit -> SubsetCheck.run(unit, diagnostics));
        Optional<Program> program = Lowering.lower(units, DslClasses.load(List.of(DSL)), diagnostics);
        Optional<CheckReport> report = program.map(p -> Checks.prove(p, SpecTables.NONE, diagnostics));
        if (!diagnostics.isEmpty()) {
            StringBuilder text = new StringBuilder("the generator refuses a snippet:\n");
            for (Diagnostic d : diagnostics.sorted()) {
                text.append(d.primary()).append(' ').append(d.code()).append(' ').append(d.what()).append(' ').append(d.facts())
                        .append("\n    ").append(d.primary().file().lineText(d.primary().line()).strip()).append('\n');
            }
            throw new AssertionError(text.toString());
        }
        return CEmitter.emit(program.orElseThrow(), report.orElseThrow().values());
    }

    private List<Class<?>> compileJava(Map<String, String> sources) throws Exception {
        Path java = Files.createDirectories(folder.resolve("java/semantics"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-cp", DSL.toString(), "-d", classes.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            arguments.add(Files.writeString(java.resolve(source.getKey()), source.getValue()).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("javac refuses a snippet, see above");
        }
        List<Class<?>> types = new ArrayList<>();
        URL[] urls = {classes.toUri().toURL(), DSL.toUri().toURL()};
        URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        for (String name : sources.keySet()) {
            types.add(loader.loadClass("semantics." + name.replace(".java", "")));
        }
        return types;
    }

    List<TwinMethod> methods() {
        return methods;
    }

    /** The C of a class, for a message. */
    String cOf(TwinMethod method) {
        String path = "semantics/" + vireo.generator.ir.CNames.type(method.method().getDeclaringClass().getName()) + ".c";
        return c.getOrDefault(path, "no " + path);
    }

    /**
     * Compares both lives of every method.
     *
     * @param compiler gcc or clang
     * @param most inputs a method, about
     * @return what differs, one line each
     */
    List<String> differences(String compiler, int most, long seed) throws Exception {
        Path program = build(compiler);
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            for (long[] input : methods.get(m).inputs(most, random)) {
                StringBuilder line = new StringBuilder().append(m);
                for (long value : input) {
                    line.append(' ').append(value);
                }
                calls.add(line.toString());
                expected.add(methods.get(m).onJvm(input));
            }
        }
        Path input = Files.write(folder.resolve("input"), calls);
        Path output = folder.resolve("output." + compiler);
        Path errors = folder.resolve("errors." + compiler);
        Process process = new ProcessBuilder(program.toString())
                .redirectInput(input.toFile()).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> actual = Files.readAllLines(output);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < expected.size() && i < actual.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                TwinMethod method = methods.get(Integer.parseInt(calls.get(i).split(" ")[0]));
                found.add(method.method().getDeclaringClass().getSimpleName() + "." + method.method().getName() + " of "
                        + calls.get(i).replaceFirst("^\\d+", "") + ": Java " + expected.get(i) + ", C " + actual.get(i));
            }
        }
        if (!ended || process.exitValue() != 0 || actual.size() != expected.size()) {
            String next = actual.size() < calls.size() ? calls.get(actual.size()) : "the last";
            TwinMethod method = methods.get(actual.size() < calls.size() ? Integer.parseInt(next.split(" ")[0]) : 0);
            found.add("C stopped in " + method.method() + " at call " + next + ": " + Files.readString(errors));
        }
        return found;
    }

    private Path build(String compiler) throws IOException, InterruptedException {
        StringBuilder main = new StringBuilder("#include <stdio.h>\n#include <stdlib.h>\n#include <vireo/port.h>\n");
        c.keySet().stream().filter(p -> p.endsWith(".h")).forEach(p -> main.append("#include \"").append(p).append("\"\n"));
        main.append("void *vireo_alloc(size_t size) { return calloc(1, size); }\nvoid vireo_free(void *memory) { free(memory); }\n");
        main.append("int main(void)\n{\n\tlong long a[16];\n\tint k;\n\twhile (scanf(\"%d\", &k) == 1) {\n\t\tswitch (k) {\n");
        for (int m = 0; m < methods.size(); m++) {
            main.append("\t\tcase ").append(m).append(": {");
            for (int i = 0; i < methods.get(m).method().getParameterCount(); i++) {
                main.append(" if (scanf(\"%lld\", &a[").append(i).append("]) != 1) return 2;");
            }
            main.append(' ').append(methods.get(m).cCall()).append(" break; }\n");
        }
        main.append("\t\t}\n\t\tfflush(stdout);\n\t}\n\treturn 0;\n}\n");
        Path harness = Files.writeString(folder.resolve("main.c"), main.toString());
        Path program = folder.resolve("program." + compiler);
        List<String> command = new ArrayList<>(List.of(compiler));
        command.addAll(STRICT);
        command.addAll(random ? SENSELESS : List.of());
        command.addAll(List.of("-I", ROOT.resolve("runtime-c/include").toString(), "-I", folder.resolve("c").toString()));
        command.addAll(List.of("-o", program.toString(), harness.toString()));
        c.keySet().stream().filter(p -> p.endsWith(".c")).forEach(p -> command.add(folder.resolve("c").resolve(p).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(compiler + " refuses the emitted C:\n" + said);
        }
        return program;
    }
}
