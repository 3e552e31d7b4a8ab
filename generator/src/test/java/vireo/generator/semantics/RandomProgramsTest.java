// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs written at random do the same on the JVM and as C, under the sanitizers. */
class RandomProgramsTest {
    private static final int CLASSES = 10;
    private static final int METHODS = 20;

    @TempDir
    Path folder;

    @Test
    void theJvmAndTheCAgreeOnPrograms() throws Exception {
        long seed = Long.getLong("vireo.seed", 20261122);
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < CLASSES; i++) {
            sources.put("Random" + i + ".java", RandomProgram.source("Random" + i, METHODS, seed + i));
        }

        Twin twin = new Twin(sources, folder, true);

        assertThat(twin.methods()).as("programs").hasSize(CLASSES * METHODS);
        assertThat(twin.differences("gcc", 60, seed)).as("what the C does otherwise than Java, with -Dvireo.seed=%d", seed).isEmpty();
    }
}
