// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.regex.Pattern;
import vireo.generator.ir.Stmt;

/** Finds the empty lines by which the author grouped statements. */
final class BlankLines {
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

    private int end = -1;

    /** Whether an empty line stands between the statements seen so far and this one. */
    boolean before(Stmt s) {
        int start = s.span().start();
        boolean found = end >= 0
                && start > end
                && EMPTY_LINE.matcher(s.span().file().text().substring(end, start)).find();
        end = Math.max(end, s.span().end());
        return found;
    }
}
