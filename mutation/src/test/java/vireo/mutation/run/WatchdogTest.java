// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test that does not end is ended, and named. */
class WatchdogTest {
    /** A process that watches itself. */
    static final class Process {
        /** Works for a while, or for ever. */
        public static void main(String[] arguments) {
            try (Watchdog watchdog = new Watchdog(Map.of("quick", 60L, "endless", 1L), test -> System.out.println("hangs: " + test))) {
                watchdog.begins("quick");
                work(200);
                watchdog.begins("endless");
                work(arguments[0].equals("endless") ? Integer.MAX_VALUE : 200);
                watchdog.begins("");
            }
            System.out.println("done");
        }

        private static void work(int milliseconds) {
            long end = System.nanoTime() + milliseconds * 1_000_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    @Timeout(120)
    void anEndlessTestIsNamedAndEndsTheProcess() throws IOException, InterruptedException {
        assertThat(run("endless")).isEqualTo("hangs: endless\n");
    }

    @Test
    @Timeout(120)
    void testsThatEndAreLeftAlone() throws IOException, InterruptedException {
        assertThat(run("short")).isEqualTo("done\n");
    }

    private static String run(String argument) throws IOException, InterruptedException {
        java.lang.Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Process.class.getName(), argument).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
