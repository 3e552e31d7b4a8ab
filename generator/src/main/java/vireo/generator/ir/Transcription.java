// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.Optional;
import vireo.generator.source.Span;

/**
 * A declaration that copies what a specification says, and names the table that has the same.
 *
 * @param owner the qualified name of the type
 * @param member the constant, register or field; empty for all of the type's
 * @param place table and section; empty for a member in those of its type
 * @param row the member's name in the table
 * @param from where in the section the type begins, in bytes
 * @param span of what names the table or the row
 */
public record Transcription(
        String owner, Optional<String> member, Optional<Place> place, Optional<String> row, int from, Span span) {
    /** A section of a table. */
    public record Place(String table, String section) {
        /** As annotations name it. */
        public String text() {
            return table + "#" + section;
        }
    }
}
