// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javac with the plugin on its class path, and nothing said about it. */
class DriverChecksTest {
    private static final String SUM = """
            package demo;

            import vireo.dsl.U16;

            /** Sums. */
            public final class Sum {
                private Sum() {}

                /** The next number. */
                public static @U16 int next(@U16 int value) {
                    return %s;
                }
            }
            """;

    private static final String CLOCK = """
            package demo;

            import vireo.dsl.At;
            import vireo.dsl.RegisterBlock;
            import vireo.dsl.Ro32;

            /** A clock. */
            @RegisterBlock(size = 4)
            public record Clock(@At(0) Ro32 seconds) {}
            """;

    @TempDir
    private Path folder;

    private final List<Path> sources = new ArrayList<>();

    @Test
    void aSoundDriverCompiles() throws IOException {
        source("Sum", SUM.formatted("value < 65535 ? value + 1 : 0"));
        assertThat(compile()).isEmpty();
        assertThat(folder.resolve("out/demo/Sum.class")).exists();
    }

    @Test
    void whatTheGeneratorRefusesIsAnErrorOnItsLine() throws IOException {
        source("Sum", SUM.formatted("value + 1"));
        Diagnostic<? extends JavaFileObject> error = only(compile());
        assertThat(error.getKind()).isEqualTo(Diagnostic.Kind.ERROR);
        assertThat(error.getSource().getName()).endsWith("Sum.java");
        assertThat(error.getLineNumber()).isEqualTo(11);
        assertThat(error.getColumnNumber()).isEqualTo(16);
        assertThat(error.getMessage(Locale.ROOT)).startsWith("[VR302] ").contains(" why: ", " fix: ");
        assertThat(folder.resolve("out/demo/Sum.class")).as("the class").doesNotExist();
    }

    @Test
    void findingsNameTheOtherPlacesThatMatter() throws IOException {
        source("Clock", CLOCK.replace("@At(0) Ro32 seconds", "@At(0) Ro32 seconds, @At(0) Ro32 again"));
        List<String> messages = compile().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
        assertThat(messages).anySatisfy(m -> assertThat(m).startsWith("[VR201] ").contains("Clock.java:9: "));
    }

    @Test
    void allSourcesOfACompilationAreOneProgram() throws IOException {
        source("Clock", CLOCK);
        source("Reader", """
                package demo;

                import vireo.dsl.U32;

                /** Reads. */
                public final class Reader {
                    private final Clock clock;

                    /** A reader. */
                    public Reader(Clock clock) {
                        this.clock = clock;
                    }

                    /** Seconds. */
                    public @U32 long seconds() {
                        return clock.seconds().read();
                    }
                }
                """);
        assertThat(compile()).isEmpty();
    }

    @Test
    void aDeclarationIsComparedWithTheTableBesideTheSourceFolder() throws IOException {
        table("section, registers, Demo clock 1.0, 2", "register, seconds, 4, 32, ro");
        source("Clock", CLOCK.replace("@RegisterBlock(size = 4)", "@vireo.dsl.SpecTable(\"clock#registers\") @RegisterBlock(size = 4)"));
        Diagnostic<? extends JavaFileObject> error = only(compile());
        assertThat(error.getLineNumber()).isEqualTo(9);
        assertThat(error.getMessage(Locale.ROOT)).startsWith("[VR210] ").contains("clock.csv:2: the table has it so");
    }

    @Test
    void anErrorOfATableNamesTheTablesLine() throws IOException {
        table("section, registers, Demo clock 1.0, 2", "register, seconds, 4");
        source("Clock", CLOCK);
        assertThat(only(compile()).getMessage(Locale.ROOT)).startsWith("clock.csv:2: [VR210] The row has no width in bits.");
    }

    @Test
    void ordinaryJavaIsLeftAlone() throws IOException {
        source("Plain", "package demo; public class Plain { Runnable task = () -> {}; }");
        assertThat(compile()).isEmpty();
    }

    @Test
    void testsOfDriversAreOrdinaryJava() throws IOException {
        source("SumTest", """
                package demo;

                import java.util.List;
                import org.junit.jupiter.api.Test;
                import vireo.dsl.Uint16;

                class SumTest {
                    @Test
                    void sums() {
                        List.of(1, 2).forEach(i -> Uint16.wrappingAdd(i, 1));
                    }
                }
                """);
        assertThat(compile()).isEmpty();
    }

    @Test
    void whatRunsOnTheJvmOnlyIsOrdinaryJava() throws IOException {
        source("Sum", SUM.formatted("value < 65535 ? value + 1 : 0"));
        source("Bench", """
                package demo;

                import vireo.dsl.jvm.Simulation;

                class Bench {
                    Runnable close(Simulation machine) {
                        return machine::close;
                    }
                }
                """);
        assertThat(compile()).isEmpty();
    }

    @Test
    void javacsOwnErrorsAreStillThere() throws IOException {
        source("Sum", SUM.formatted("value + \"1\""));
        assertThat(compile()).anySatisfy(d -> assertThat(d.getCode()).isEqualTo("compiler.err.prob.found.req"));
    }

    @Test
    void aSyntaxErrorIsReportedOnceAndByJavac() throws IOException {
        source("Sum", SUM.formatted("value +"));
        assertThat(compile()).allSatisfy(d -> assertThat(d.getCode()).startsWith("compiler.err.")).hasSize(1);
    }

    private void source(String name, String text) throws IOException {
        Path file = folder.resolve("src/demo/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        sources.add(file);
    }

    private void table(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.write(folder.resolve("tables/clock.csv"), List.of(lines));
    }

    private List<Diagnostic<? extends JavaFileObject>> compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Files.createDirectories(folder.resolve("out"));
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            compiler.getTask(
                            null,
                            files,
                            found,
                            List.of("-d", folder.resolve("out").toString(), "-cp", classPath(), "-Xlint:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
    }

    private static Diagnostic<? extends JavaFileObject> only(List<Diagnostic<? extends JavaFileObject>> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** As a module has it that depends on the plugin: this test's own class path. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).replace('\n', File.pathSeparatorChar);
    }
}
