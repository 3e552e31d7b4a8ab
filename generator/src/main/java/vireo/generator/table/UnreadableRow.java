// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.source.Span;

/** A line of a table that is wrong, and what is said about it. */
final class UnreadableRow extends Exception {
    private static final long serialVersionUID = 1;
    private static final String WHY = "A row that cannot be read is a row that no declaration is compared with.";

    private final transient Diagnostic diagnostic;

    /**
     * @param what without a capital letter and a full stop
     */
    UnreadableRow(Span span, String what, String fix) {
        super(what);
        this.diagnostic = Diagnostic.of(
                SpecTables.CODE, span, Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".", WHY, fix);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
