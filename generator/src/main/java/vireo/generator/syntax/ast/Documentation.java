// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;

/**
 * What an author wrote beside a declaration.
 *
 * @param javadoc the Javadoc's text, without markers and leading stars, lines separated by LF; empty where there is none
 * @param comments ordinary comments before the declaration, inside its head, or behind it on its last line
 */
public record Documentation(String javadoc, List<Comment> comments) {
    /** Nothing written. */
    public static final Documentation NONE = new Documentation("", List.of());

    public Documentation {
        comments = List.copyOf(comments);
    }
}
