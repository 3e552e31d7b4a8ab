// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The whole generator on damaged drivers: no crash, no hang, and nothing accepted that is no Java. A few dozen here; with
 * {@code -Dvireo.fuzz.runs=100000} as many as there is time for, and with {@code -Dvireo.fuzz.first} from another number on. A run's number
 * is all that it takes to repeat it.
 */
class CompilerFuzzTest {
    private static final long SEED = 7_000_000;
    private static final int QUICK = 60;

    /** Every so many runs of a long test damage the drivers of VirtIO, which take longer. */
    private static final int LARGE = 12;

    @Test
    void damagedDriversAreRefusedOrAreJava() throws IOException {
        int first = Integer.getInteger("vireo.fuzz.first", 0);
        int runs = Integer.getInteger("vireo.fuzz.runs", QUICK);
        boolean isLong = System.getProperty("vireo.fuzz.runs") != null;
        // The short test has few seeds, that change seldom: what it finds is what somebody has just broken.
        List<Map<String, String>> small = isLong ? Seeds.all() : Seeds.few();
        Map<String, String> large = isLong ? Seeds.large() : Map.of();
        List<String> donors = new ArrayList<>(large.values());
        small.forEach(program -> donors.addAll(program.values()));
        List<String> failures = new ArrayList<>();
        int accepted = 0;
        for (int run = first; run < first + runs; run++) {
            Random random = new Random(SEED + run);
            boolean takeLarge = isLong && run % LARGE == 0;
            FuzzedProgram program = damaged(takeLarge ? large : small.get(random.nextInt(small.size())), random, donors);
            try {
                accepted += program.judge() == FuzzedProgram.Outcome.ACCEPTED ? 1 : 0;
            } catch (AssertionError e) {
                failures.add("run " + run + ": " + e.getMessage() + "\n    kept in " + keep(run, program));
            }
        }
        assertThat(failures).as("of %d runs, %d accepted", runs, accepted).isEmpty();
        // Damage that always destroys would never get past the parser.
        assertThat(accepted).as("accepted of %d", runs).isBetween(runs / 50, runs / 2);
    }

    private static FuzzedProgram damaged(Map<String, String> program, Random random, List<String> donors) {
        Map<String, String> files = new TreeMap<>(program);
        List<String> names = new ArrayList<>(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        files.put(name, new Damage(random, donors).apply(files.get(name)));
        return new FuzzedProgram(files);
    }

    private static Path keep(int run, FuzzedProgram program) throws IOException {
        Path file = Path.of("target", "fuzz", "run-" + run + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, program.shown().getBytes(java.nio.charset.StandardCharsets.UTF_16));
        return file.toAbsolutePath();
    }
}
