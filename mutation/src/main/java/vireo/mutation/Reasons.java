// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.mutation.seed.Mutant;

/**
 * Why some mutants are no errors, as people wrote it down. A reason is kept under what was changed, not under a line's number, so that it
 * holds as long as the text stays as it is:
 *
 * <pre>
 * VirtQueue.new | constant | 0 -> 1
 *     Why that makes no difference, in one or several indented lines.
 * </pre>
 */
final class Reasons {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private Reasons() {}

    /**
     * Reads a file of reasons; there are none where it does not exist.
     *
     * @throws IllegalArgumentException for a line that is no entry, or an entry without a reason
     */
    static Reasons read(Path file) {
        Reasons reasons = new Reasons();
        if (Files.exists(file)) {
            try {
                reasons.parse(file, Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return reasons;
    }

    private void parse(Path file, List<String> lines) {
        String key = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                key = line.strip();
                if (key.split(" \\| ").length < 3 || !key.contains(" ->")) {
                    throw new IllegalArgumentException(file + ":" + (i + 1) + ": not 'place | operator | original -> replacement': " + line);
                }
                if (reasons.putIfAbsent(key, "") != null) {
                    throw new IllegalArgumentException(file + ":" + (i + 1) + ": twice: " + line);
                }
            } else if (key.isEmpty()) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": a reason before the first mutant");
            } else {
                reasons.merge(key, line.strip(), (a, b) -> a.isEmpty() ? b : a + " " + b);
            }
        }
        reasons.forEach((mutant, reason) -> {
            if (reason.isEmpty()) {
                throw new IllegalArgumentException(file + ": no reason for " + mutant);
            }
        });
    }

    /** The entry's first line for a mutant. */
    static String key(Mutant mutant) {
        return (mutant.place() + " | " + mutant.operator().key() + " | " + mutant.original() + " -> " + mutant.replacement()).strip();
    }

    /** The reason for a mutant; empty where there is none. */
    String of(Mutant mutant) {
        return reasons.getOrDefault(key(mutant), "");
    }

    /** Entries that are of no mutant any more. */
    List<String> stale(List<Mutant> all) {
        Set<String> there = all.stream().map(Reasons::key).collect(Collectors.toSet());
        List<String> stale = new ArrayList<>(reasons.keySet());
        stale.removeIf(there::contains);
        return stale;
    }
}
