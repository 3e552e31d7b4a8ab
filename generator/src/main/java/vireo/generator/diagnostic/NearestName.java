// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what an author may have meant by a name that is not known. */
public final class NearestName {
    private NearestName() {}

    /** The candidate with the fewest changed letters, where that are few enough to be a slip; the first by name where several are. */
    public static Optional<String> of(String wrong, Collection<String> candidates) {
        int limit = Math.max(1, wrong.length() / 3);
        String best = null;
        int bestDistance = limit + 1;
        for (String candidate : candidates.stream().sorted().distinct().toList()) {
            int distance = candidate.equalsIgnoreCase(wrong) ? 0 : distance(lower(wrong), lower(candidate), limit);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, or a number above the limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
