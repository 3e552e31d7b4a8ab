// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vireo.generator.Compilation;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;

/** Binders are Java that javac has nothing to say about, and they place each register and field where its record says. */
class BinderTest {
    private static final Path DSL = Path.of(System.getProperty("vireo.dsl.classes", "../dsl/target/classes"));
    private static final Path FOLDER =
            Path.of(System.getProperty("vireo.root", "..")).resolve("generator/src/test/resources/golden/layouts");

    @TempDir
    Path temporary;

    @Test
    void javacHasNothingToSay() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-cp", DSL.toString(), "-d",
                temporary.resolve("classes").toString()));
        for (SourceFile source : sources()) {
            arguments.add(write(source.path(), source.text()));
        }
        for (Map.Entry<String, String> binder : binders().entrySet()) {
            arguments.add(write(binder.getKey(), binder.getValue()));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));

        assertThat(said.toString()).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void everyRegisterIsAtItsOffset() throws Exception {
        assertThat(binders().get("layouts/ControlBinder.java"))
                .contains("space.rw32(offset + 0x00)", "space.ro8(offset + 0x05)", "space.rwSplit64(offset + 0x08)",
                        "space.array(offset + 0x10, 4, 2, space::wo16)");
    }

    @Test
    void aRingHasTheLengthThatItIsBoundWith() throws Exception {
        assertThat(binders().get("layouts/DoneRingBinder.java"))
                .contains("return 4 + 8L * length + 2", "space.array(offset + 4, length, 8, new DoneBinder())",
                        "space.le16(offset + 4 + 8L * length)");
    }

    private String write(String path, String text) throws Exception {
        Path file = temporary.resolve("java").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private static Map<String, String> binders() throws Exception {
        Diagnostics diagnostics = new Diagnostics();
        Compilation result = new Compiler(List.of(DSL), Path.of("")).compileTexts(sources(), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return result.binders();
    }

    private static List<SourceFile> sources() throws Exception {
        List<SourceFile> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                sources.add(SourceFile.of("layouts/" + file.getFileName(), Files.readString(file)));
            }
        }
        return sources;
    }
}
