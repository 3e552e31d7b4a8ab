// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.Comparator;
import java.util.List;

/** One replacement in a text: what lies between two positions, the first included, becomes {@code replacement}. */
public record Edit(int start, int end, String replacement) {

    /** The text with all of the edits, none of which overlap. */
    public static String apply(String text, List<Edit> edits) {
        StringBuilder changed = new StringBuilder(text);
        edits.stream().sorted(Comparator.comparingInt(Edit::start).reversed()).forEach(e -> changed.replace(e.start, e.end, e.replacement));
        return changed.toString();
    }
}
