// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vireo.generator.Compilation;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;

/**
 * Small drivers and the C that they become: each folder shows one idea. To accept a change, run with {@code -Dvireo.golden=write}
 * and read the difference.
 */
class GoldenTest {
    private static final Path DSL = Path.of(System.getProperty("vireo.dsl.classes", "../dsl/target/classes"));
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));
    private static final Path FOLDER = ROOT.resolve("generator/src/test/resources/golden");

    @TempDir
    Path temporary;

    static List<String> ideas() throws Exception {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ideas")
    void theCIsAsReviewed(String idea) throws Exception {
        for (Map.Entry<String, String> file : compile(idea).c().entrySet()) {
            Path golden = FOLDER.resolve(idea).resolve(Path.of(file.getKey()).getFileName());
            if (System.getProperty("vireo.golden", "").equals("write")) {
                Files.writeString(golden, file.getValue());
            }
            assertThat(golden).as("the reviewed %s", golden.getFileName()).exists();
            assertThat(file.getValue()).as("%s of %s", file.getKey(), idea).isEqualTo(Files.readString(golden));
        }
    }

    @ParameterizedTest
    @MethodSource("ideas")
    void noCompilerHasAWarning(String idea) throws Exception {
        Map<String, String> files = compile(idea).c();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = temporary.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        StringBuilder all = new StringBuilder();
        files.keySet().stream().filter(p -> p.endsWith(".h")).forEach(p -> all.append("#include \"").append(p).append("\"\n"));
        Files.writeString(temporary.resolve("headers.c"), all);
        List<String> sources = new ArrayList<>(files.keySet().stream().filter(p -> p.endsWith(".c")).toList());
        sources.add("headers.c");
        for (String source : sources) {
            for (String compiler : List.of("gcc", "clang")) {
                assertThat(run(compiler, "-std=c11", "-ffreestanding", "-O2", "-Wall", "-Wextra", "-Wconversion", "-Werror",
                        "-fsyntax-only", source)).as("%s on %s of %s", compiler, source, idea).isEmpty();
            }
            assertThat(run("sparse", "-std=gnu11", source)).as("sparse on %s of %s", source, idea).isEmpty();
        }
    }

    private String run(String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(1, List.of("-I", ROOT.resolve("runtime-c/include").toAbsolutePath().toString(), "-I", "."));
        Process process = new ProcessBuilder(whole).directory(temporary.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static Compilation compile(String idea) throws Exception {
        Map<String, SourceFile> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(idea))) {
            for (Path file : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                String path = idea + "/" + file.getFileName();
                sources.put(path, SourceFile.of(path, Files.readString(file)));
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        Compilation result = new Compiler(List.of(DSL), Path.of("")).compileTexts(List.copyOf(sources.values()), diagnostics);
        assertThat(diagnostics.sorted()).as("findings in %s", idea).isEmpty();
        return result;
    }
}
