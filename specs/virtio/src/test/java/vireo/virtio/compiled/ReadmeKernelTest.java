// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells a kernel to do has to compile, without a warning. */
@Tag("compiled")
class ReadmeKernelTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root"));
    private static final Pattern KERNEL = Pattern.compile("```c\\n(#include.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void theKernelsSideCompiles(String compiler) throws IOException, InterruptedException {
        Matcher kernel = KERNEL.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(kernel.find()).as("a block of C that begins with #include").isTrue();
        Path source = folder.resolve("kernel.c");
        Files.writeString(
                source,
                "#include <vireo/port.h>\n"
                        + "void find_devices(struct vireo_pci_bus *bus, struct vireo_interrupts *interrupts);\n"
                        + kernel.group(1));
        Path said = folder.resolve("said");
        int status = new ProcessBuilder(List.of(
                        compiler, "-std=c11", "-ffreestanding", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-fsyntax-only",
                        "-I", ROOT.resolve("runtime-c/include").toString(), "-I", ROOT.resolve("generated").toString(),
                        source.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(said)).isZero();
    }
}
