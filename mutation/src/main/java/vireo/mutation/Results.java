// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vireo.mutation.run.Verdict;
import vireo.mutation.run.Verdict.Stage;

/**
 * The verdicts so far, in a file to which each is added as it is found: a run that was ended goes on where it stopped. The first line says
 * for which drivers, generator and tests they hold; where one of these has changed, what depends on it is forgotten.
 */
final class Results {
    private final Path file;
    private final Map<String, Verdict> verdicts = new TreeMap<>();

    private Results(Path file) {
        this.file = file;
    }

    /**
     * Reads the file and keeps what still holds.
     *
     * @param state fingerprints of drivers, generator and tests
     */
    static Results open(Path file, List<String> state) {
        Results results = new Results(file);
        String head = String.join("\t", state);
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of(head);
            List<String> before = List.of(lines.get(0).split("\t"));
            lines.stream().skip(1).map(line -> line.split("\t", -1)).filter(parts -> parts.length == 4).forEach(parts -> {
                Verdict verdict = new Verdict(Stage.valueOf(parts[1]), parts[3], Long.parseLong(parts[2]));
                if (holds(verdict.stage(), before, state)) {
                    results.verdicts.put(parts[0], verdict);
                }
            });
            Files.createDirectories(file.toAbsolutePath().getParent());
            StringBuilder text = new StringBuilder(head).append('\n');
            results.verdicts.forEach((id, verdict) -> text.append(line(id, verdict)));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the file of results " + file, e);
        }
        return results;
    }

    private static boolean holds(Stage stage, List<String> before, List<String> now) {
        boolean drivers = before.get(0).equals(now.get(0));
        boolean generator = before.size() > 1 && before.get(1).equals(now.get(1));
        boolean tests = before.size() > 2 && before.get(2).equals(now.get(2));
        return switch (stage) {
            case JAVAC -> drivers;
            case GENERATOR, CRASH, EQUIVALENT -> drivers && generator;
            default -> drivers && generator && tests;
        };
    }

    /** Adds a verdict, on disk too. */
    synchronized void add(String id, Verdict verdict) {
        verdicts.put(id, verdict);
        try {
            Files.writeString(file, line(id, verdict), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String line(String id, Verdict verdict) {
        return id + "\t" + verdict.stage() + "\t" + verdict.millis() + "\t" + verdict.detail() + "\n";
    }

    /** The verdict about a mutant; null where there is none yet. */
    synchronized Verdict of(String id) {
        return verdicts.get(id);
    }
}
