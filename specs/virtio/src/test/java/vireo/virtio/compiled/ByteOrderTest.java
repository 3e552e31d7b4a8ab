// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The generated C puts the specification's bytes into memory on processors of either order: C programs that check them are run here and,
 * compiled for a big-endian processor, under an emulator. Each check of theirs is a test.
 */
@Tag("compiled")
class ByteOrderTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", "../.."));
    private static final String CHECKS = "specs/virtio/src/test/c/byteorder";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicContainer> theBytesAreTheSpecificationsOn() {
        return Stream.of(Processor.values()).map(processor -> dynamicContainer(processor.words, Stream.of(
                dynamicContainer("numbers and registers", checks(processor, "register_order",
                        List.of("-I", "runtime-c/include"), List.of("register_order.c", "tap.c"), List.of())),
                dynamicContainer("a queue and a disk", checks(processor, "byte_order",
                        List.of("-I", "runtime-c/host", "-I", "runtime-c/include", "-I", "generated"),
                        List.of("byte_order.c", "machine.c", "tap.c"),
                        List.of("runtime-c/host", "generated/virtio"))))));
    }

    /** Compiles a program, runs it, and makes a test of each of its lines. */
    private Stream<DynamicNode> checks(
            Processor processor, String program, List<String> options, List<String> sources, List<String> folders) {
        List<DynamicNode> tests = new ArrayList<>();
        Path binary = folder.resolve(processor + "-" + program).toAbsolutePath();
        try {
            List<String> compile = new ArrayList<>(processor.compiler);
            compile.addAll(List.of("-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-o", binary.toString()));
            compile.addAll(options);
            sources.forEach(source -> compile.add(CHECKS + "/" + source));
            for (String from : folders) {
                compile.addAll(sourcesIn(from));
            }
            Outcome compiled = Outcome.of(compile);
            assertThat(compiled.status()).as("%s", compiled).isZero();
            List<String> run = new ArrayList<>(processor.emulator);
            run.add(binary.toString());
            Outcome outcome = Outcome.of(run);
            int checks = 0;
            for (String line : outcome.output().lines().toList()) {
                if (line.startsWith("ok ") || line.startsWith("not ok ")) {
                    checks++;
                    tests.add(dynamicTest(line.substring(line.indexOf(" - ") + 3),
                            () -> assertThat(line).as("%s", outcome).startsWith("ok ")));
                }
            }
            int all = checks;
            tests.add(dynamicTest("all checks were made", () -> {
                assertThat(outcome.output()).as("%s", outcome).endsWith("1.." + all + "\n");
                assertThat(outcome.status()).as("%s", outcome).isZero();
            }));
        } catch (IOException | AssertionError e) {
            tests.add(dynamicTest("is compiled and run", () -> {
                throw e;
            }));
        }
        return tests.stream();
    }

    private static List<String> sourcesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).filter(name -> name.endsWith(".c")).sorted().toList();
        }
    }

    private enum Processor {
        NATIVE("this processor", List.of("gcc"), List.of()),
        BIG_ENDIAN("a big-endian processor", List.of("powerpc64-linux-gnu-gcc", "-static"), List.of("qemu-ppc64"));

        private final String words;
        private final List<String> compiler;
        private final List<String> emulator;

        Processor(String words, List<String> compiler, List<String> emulator) {
            this.words = words;
            this.compiler = compiler;
            this.emulator = emulator;
        }
    }

    /** What became of a command. */
    private record Outcome(List<String> command, int status, String output) {
        static Outcome of(List<String> command) throws IOException {
            Process process;
            try {
                process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
            } catch (IOException e) {
                throw new IOException(command.get(0) + " is not installed. Debian's packages: gcc gcc-powerpc64-linux-gnu"
                        + " libc6-dev-ppc64-cross qemu-user", e);
            }
            String output = new String(process.getInputStream().readAllBytes());
            try {
                return new Outcome(command, process.waitFor(), output);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public String toString() {
            return String.join(" ", command) + "\nended with status " + status + ":\n" + output;
        }
    }
}
