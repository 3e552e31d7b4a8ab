// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vireo.dsl.DriverException;

/** {@link BothLivesTest} would notice: C that was spoilt on purpose has another transcript, or none. */
@Tag("compiled")
class ComparisonTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", "../.."));
    private static final String EMPTY = "an empty bus has no disks";
    private static final String READ = "a read brings the disk's bytes";

    @TempDir
    private Path copy;

    @BeforeEach
    void copySources() throws IOException {
        for (String folder : List.of("generated/virtio", "runtime-c/host", "runtime-c/include", "specs/virtio/src/test/c")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = copy.resolve(ROOT.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void aBarrierThatIsMissingIsADifference() throws IOException, DriverException {
        spoil("virt_queue.c", "\tvireo_mb();\n", "");
        List<String> compiled = played(CompiledBuild.GCC).transcript(READ);
        assertThat(compiled).isNotEqualTo(Machine.play(Scenarios.all().get(READ), JvmDriver::new));
    }

    @Test
    void anIndexOutOfBoundsFailsTheScenariosThatMeetIt() throws IOException {
        spoil("virt_queue.c", "queue->in_flight[head] = true;", "queue->in_flight[head + 256] = true;");
        CompiledRun run = played(CompiledBuild.GCC_SANITIZED);
        assertThatThrownBy(() -> run.transcript(READ)).hasMessageContaining("out of bounds for type");
        assertThat(run.transcript(EMPTY)).isNotEmpty();
    }

    private CompiledRun played(CompiledBuild build) {
        // The one that may end the process comes first: the other is played all the same.
        return new CompiledRun(build, copy, copy.resolve("target"), List.of(READ, EMPTY));
    }

    private void spoil(String name, String what, String by) throws IOException {
        Path file = copy.resolve("generated/virtio").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, by));
    }
}
