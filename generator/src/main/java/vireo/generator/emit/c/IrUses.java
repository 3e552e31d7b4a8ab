// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** Whether statements speak of a caught exception. */
final class IrUses {
    private IrUses() {}

    static boolean mentions(List<Stmt> body, Local exception) {
        return IrWalk.any(body, s -> Statements.expressions(s).stream().anyMatch(e -> mentions(e, exception)));
    }

    private static boolean mentions(Expr e, Local exception) {
        return e instanceof Expr.ErrnoOf o && o.exception().equals(exception)
                || e instanceof Expr.Get g && g.local().equals(exception)
                || Expressions.operands(e).stream().anyMatch(inner -> mentions(inner, exception));
    }
}
