// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void checkWritesNothing() {
        Workbench bench = new Workbench(folder);
        Workbench.Run run = bench.check();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("sources    2\n").contains("proofs").doesNotContain("written");
        assertThat(folder.toFile().list()).containsExactly("src");
    }

    @Test
    void explainPrintsPages() {
        Workbench.Run one = Workbench.run("explain", "vr301");
        assertThat(one.code()).isZero();
        assertThat(one.out()).startsWith("# VR301: ");
        Workbench.Run all = Workbench.run("explain");
        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("VR100  ").contains("VR902  ");
        Workbench.Run none = Workbench.run("explain", "VR000");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("There is no code VR000.");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(Workbench.run().code()).isEqualTo(2);
        assertThat(Workbench.run("generate").code()).isEqualTo(2);
        assertThat(Workbench.run("generate", "src").err()).contains("Say where to write: --out");
        assertThat(Workbench.run("generate", "--out", "a", "--binders", "./a", "src").err()).contains("name the same folder");
        assertThat(Workbench.run("check", "--format", "xml", "src").code()).isEqualTo(2);
        assertThat(Workbench.run("polish").code()).isEqualTo(2);
        assertThat(Workbench.run("--help").out()).contains("generate").contains("Exit codes");
        assertThat(Workbench.run("--version").out()).startsWith("Vireo ");
    }

    @Test
    void sourceFoldersMustExistAndHoldSources() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("file"), "x");
        String base = folder.toString();
        assertThat(Workbench.run("check", "--base", base, base + "/none").err()).contains("error[VR901]: The source folder none does not exist.");
        assertThat(Workbench.run("check", "--base", base, base + "/empty").err()).contains("error[VR901]: The source folder empty holds no Java source.");
        Workbench.Run file = Workbench.run("check", "--base", base, base + "/file");
        assertThat(file.err()).contains("error[VR901]: file is a file, not a source folder.");
        assertThat(file.code()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Workbench bench = new Workbench(folder);
        Files.createSymbolicLink(bench.path("src/demo/Gone.java"), bench.path("nowhere"));
        Files.write(bench.path("src/demo/Latin.java"), new byte[] {'/', '/', (byte) 0xe9, '\n'});
        assertThat(bench.check().err()).contains("error[VR901]: src/demo/Gone.java cannot be read: NoSuchFileException")
                .contains("error[VR100]: The file is not UTF-8 text.").contains("2 errors");
    }

    @Test
    void linkedFoldersAreReadAndLoopsAreNot() throws IOException {
        Workbench bench = new Workbench(folder);
        bench.write("elsewhere/Wrong.java", "package demo.more;\npublic final class Wrong {\n    private Wrong() {}\n    private int x = y;\n}\n");
        Files.createSymbolicLink(bench.path("src/demo/more"), bench.path("elsewhere"));
        Files.createSymbolicLink(bench.path("src/demo/again"), bench.path("src"));
        assertThat(bench.check().err()).contains("--> src/demo/more/Wrong.java:4:").doesNotContain("again");
        Files.createSymbolicLink(bench.path("link"), bench.path("src"));
        Workbench.Run linked = Workbench.run("check", "--dsl", Workbench.dsl(), "--base", folder.toString(), bench.path("link").toString());
        assertThat(linked.err()).contains("--> link/demo/more/Wrong.java:4:");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Workbench bench = new Workbench(folder);
        assertThat(new ProcessBuilder("mkfifo", bench.path("src/demo/Pipe.java").toString()).start().waitFor()).isZero();
        assertThat(bench.check().err()).contains("error[VR901]: src/demo/Pipe.java is neither a file nor a folder.");
    }

    @Test
    void aMissingDslIsNamed() {
        Workbench bench = new Workbench(folder);
        Workbench.Run run = Workbench.run("check", "--base", folder.toString(), "--dsl", bench.path("nowhere").toString(), bench.path("src").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("error[VR901]: The classes of vireo.dsl are not on nowhere.");
    }

    @Test
    void aDefectIsReportedAsOneWithoutATrace() {
        java.io.StringWriter text = new java.io.StringWriter();
        Defect.report(new IllegalStateException("a pass broke"), false, new java.io.PrintWriter(text));
        assertThat(text.toString()).startsWith("error[VR999]: the generator itself failed: java.lang.IllegalStateException: a pass broke\n")
                .contains("--stacktrace").doesNotContain("\tat ");
        java.io.StringWriter traced = new java.io.StringWriter();
        Defect.report(new IllegalStateException("a pass broke"), true, new java.io.PrintWriter(traced));
        assertThat(traced.toString()).contains("\tat ");
    }
}
