// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CVariable;

/** How often the variables of a function are read, assigned as a whole, and passed by address. */
final class Uses {
    private final Map<CVariable, Integer> reads = new HashMap<>();
    private final Map<CVariable, Integer> writes = new HashMap<>();
    private final Map<CVariable, Integer> addresses = new HashMap<>();

    private Uses() {}

    static Uses of(List<CStmt> body) {
        Uses uses = new Uses();
        CTrees.forEachExpression(body, uses::count);
        return uses;
    }

    static Uses of(CExpr e) {
        Uses uses = new Uses();
        CTrees.forEach(e, uses::count);
        return uses;
    }

    private void count(CExpr e) {
        if (e instanceof CExpr.Variable v) {
            reads.merge(v.variable(), 1, Integer::sum);
        } else if (e instanceof CExpr.Assign a && a.operator().equals("=") && a.target() instanceof CExpr.Variable v) {
            reads.merge(v.variable(), -1, Integer::sum);
            writes.merge(v.variable(), 1, Integer::sum);
        } else if (e instanceof CExpr.Unary u && u.operator().equals("&") && u.operand() instanceof CExpr.Variable v) {
            reads.merge(v.variable(), -1, Integer::sum);
            addresses.merge(v.variable(), 1, Integer::sum);
        } else if (e instanceof CExpr.SizeOf s) {
            Uses inside = of(s.operand());
            inside.reads.forEach((v, n) -> reads.merge(v, -n, Integer::sum));
        }
    }

    int reads(CVariable v) {
        return reads.getOrDefault(v, 0);
    }

    int writes(CVariable v) {
        return writes.getOrDefault(v, 0);
    }

    int addresses(CVariable v) {
        return addresses.getOrDefault(v, 0);
    }

    /** Mentioned in any way, inside sizeof too. */
    static boolean mentions(CExpr e, CVariable variable) {
        boolean[] found = {false};
        CTrees.forEach(e, x -> found[0] |= x instanceof CExpr.Variable v && v.variable().equals(variable));
        return found[0];
    }
}
