// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;

/** A list of C statements that is being written. */
final class Code {
    private final List<CStmt> statements = new ArrayList<>();

    Code add(CStmt statement) {
        statements.add(statement);
        return this;
    }

    Code addAll(List<CStmt> more) {
        statements.addAll(more);
        return this;
    }

    Code run(CExpr expression) {
        return add(new CStmt.Do(expression));
    }

    Code assign(CExpr target, CExpr value) {
        return add(CStmt.assign(target, value));
    }

    List<CStmt> statements() {
        return statements;
    }
}
