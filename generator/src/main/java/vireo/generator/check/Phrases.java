// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.flow.value.Linear;
import vireo.generator.ir.Expr;

/** Words that several diagnostics share. */
final class Phrases {
    private static final int LONGEST = 60;

    private Phrases() {}

    /** The author's text of an expression, on one line. */
    static String source(Expr e) {
        String text = e.span() == null ? "" : e.span().text().replaceAll("\\s+", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }

    /** {@code 'i' in 0 .. 7}. */
    static String range(Expr e, Point point) {
        return "'" + source(e) + "' in " + point.value(e);
    }

    /** A limit in the author's terms, with its largest value where that is not the same. */
    static String limit(Linear limit, Point point) {
        return limit.isNumber() ? limit.toString() : limit + " (" + point.values().value(point.state(), limit) + ")";
    }
}
