// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A whole run on a driver of one class: each mutant ends where it belongs. */
class CampaignTest {
    private static final String DRIVER = """
            package tiny;

            import vireo.dsl.Range;

            public final class Tiny {
                private @Range(max = 9) int count;
                private boolean full;

                public Tiny() {
                    this.count = 0;
                    this.full = false;
                }

                public void add() {
                    if (count < 9) {
                        count = count + 1;
                    }
                    full = count == 9;
                }

                public @Range(max = 9) int count() {
                    return count;
                }

                public boolean isFull() {
                    return full;
                }
            }
            """;

    private static final String TEST = """
            package tiny;

            import static org.assertj.core.api.Assertions.assertThat;

            import org.junit.jupiter.api.Test;

            class TinyTest {
                @Test
                void oneIsAdded() {
                    Tiny tiny = new Tiny();
                    tiny.add();
                    assertThat(tiny.count()).isEqualTo(1);
                }
            }
            """;

    @TempDir
    private Path root;

    private String run(String... arguments) throws IOException {
        Path module = root.resolve("specs/tiny");
        write(module.resolve("src/main/java/tiny/Tiny.java"), DRIVER);
        write(module.resolve("src/test/java/tiny/TinyTest.java"), TEST);
        StringWriter text = new StringWriter();
        CommandLine line = new CommandLine(new Main()).setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
        String dsl = Path.of(System.getProperty("vireo.dsl.classes", "../dsl/target/classes")).toAbsolutePath().normalize().toString();
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--root", root.toString(), "--dsl", dsl, "specs/tiny")).toArray(String[]::new);
        assertThat(line.execute(all)).as(text.toString()).isZero();
        return text.toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String csv() throws IOException {
        return Files.readString(root.resolve("mutation/target/tiny/mutants.csv"));
    }

    @Test
    void mutantsAreCaughtWhereTheyBelongAndFoundAgain() throws IOException {
        String first = run("--jobs", "1");
        assertThat(first).contains("1 tests judge").contains(", 0 of them known from before");
        assertThat(line("off-by-one", "\"<\",\"<=\"")).contains(",generator,\"VR30");
        assertThat(line("operator", "\"+\",\"-\"")).contains(",generator,\"VR30");
        assertThat(line("dropped-statement", "\"count = count + 1;\"")).contains(",generator,\"VR11");
        assertThat(line("constant", "\"0\",\"1\"")).contains(",JVM tests,\"TinyTest.oneIsAdded");
        assertThat(line("constant", "\"false\",\"true\"")).contains(",nowhere,\"all tests pass\"");
        assertThat(line("operator", "\"==\",\"!=\"")).contains(",nowhere,");
        assertThat(run("--jobs", "1")).doesNotContain(", 0 of them known from before");
    }

    @Test
    void aReasonMakesASurvivorEquivalent() throws IOException {
        write(root.resolve("mutation/equivalent/tiny.txt"), "Tiny.new | constant | false -> true\n    Nobody asks.\nTiny.gone | constant | 1 -> 2\n    Was there.\n");
        run("--operator", "constant", "--jobs", "1");
        assertThat(line("constant", "\"false\",\"true\"")).contains(",equivalent,").contains("\"Nobody asks.\"");
        assertThat(Files.readString(root.resolve("mutation/target/tiny/report.md"))).contains("## Reasons of no mutant").contains("Tiny.gone");
    }

    @Test
    void aCommandJudgesWhatNoTestNotices() throws IOException {
        Files.createDirectories(root.resolve("generated"));
        run("--operator", "constant", "--jobs", "1", "--compiled", "grep -q 'full = false' generated/tiny/tiny.c");
        assertThat(line("constant", "\"false\",\"true\"")).contains(",compiled C,\"status 1\"");
    }

    private String line(String operator, String change) throws IOException {
        return csv().lines().filter(l -> l.contains("," + operator + ",") && l.contains(change)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + operator + " " + change));
    }
}
