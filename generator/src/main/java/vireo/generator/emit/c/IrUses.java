// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.List;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** Whether statements speak of a caught exception. */
final class IrUses {
    private IrUses() {}

    static boolean mentions(List<Stmt> body, Local exception) {
        return IrWalk.any(body, s -> operands(s).stream().anyMatch(e -> mentions(e, exception)));
    }

    private static List<Expr> operands(Stmt s) {
        if (s instanceof Stmt.Throw t) {
            return List.of(t.errno());
        }
        if (s instanceof Stmt.Declare d) {
            return d.value().stream().toList();
        }
        if (s instanceof Stmt.Assign a) {
            return List.of(a.value());
        }
        if (s instanceof Stmt.SetField f) {
            return List.of(f.value());
        }
        if (s instanceof Stmt.If i) {
            return List.of(i.condition());
        }
        if (s instanceof Stmt.Switch w) {
            return List.of(w.subject());
        }
        if (s instanceof Stmt.Loop l) {
            return List.of(l.condition());
        }
        if (s instanceof Stmt.Log l) {
            return l.arguments();
        }
        if (s instanceof Stmt.Call c) {
            return c.arguments();
        }
        if (s instanceof Stmt.Format f) {
            return f.arguments();
        }
        return s instanceof Stmt.Return r ? r.value().stream().toList() : List.of();
    }

    private static boolean mentions(Expr e, Local exception) {
        if (e instanceof Expr.ErrnoOf o) {
            return o.exception().equals(exception);
        }
        if (e instanceof Expr.Get g) {
            return g.local().equals(exception);
        }
        if (e instanceof Expr.Binary b) {
            return mentions(b.left(), exception) || mentions(b.right(), exception);
        }
        if (e instanceof Expr.Unary u) {
            return mentions(u.operand(), exception);
        }
        return e instanceof Expr.Conditional c
                && (mentions(c.condition(), exception) || mentions(c.yes(), exception) || mentions(c.no(), exception));
    }
}
