// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;

/** Drops variables that nothing reads, and says of unused parameters that they are: compilers warn about both. */
final class DropUnused {
    private DropUnused() {}

    static List<CStmt> run(List<CStmt> body) {
        List<CStmt> current = body;
        while (true) {
            Uses uses = Uses.of(current);
            List<CStmt> next = CTrees.rewrite(current, e -> e, list -> kept(list, uses));
            if (next.equals(current)) {
                return next;
            }
            current = next;
        }
    }

    /** Behind the declarations, a cast to void for each parameter that the function does not use. */
    static List<CStmt> silence(List<CStmt> body, List<CVariable> parameters) {
        List<CStmt> result = new ArrayList<>(body);
        int declarations = 0;
        while (declarations < body.size() && body.get(declarations) instanceof CStmt.Declare) {
            declarations++;
        }
        for (CVariable p : parameters) {
            boolean[] used = {false};
            CTrees.forEachExpression(body, e -> used[0] |= e instanceof CExpr.Variable v && v.variable().equals(p));
            if (!used[0]) {
                result.add(declarations++, new CStmt.Do(new CExpr.Cast(CType.VOID, new CExpr.Variable(p))));
            }
        }
        return result;
    }

    private static List<CStmt> kept(List<CStmt> list, Uses uses) {
        List<CStmt> result = new ArrayList<>();
        for (CStmt s : list) {
            boolean dead = s instanceof CStmt.Do d
                    && d.expression() instanceof CExpr.Assign a
                    && a.operator().equals("=")
                    && a.target() instanceof CExpr.Variable v
                    && v.variable().kind() != CVariable.Kind.PARAMETER
                    && uses.reads(v.variable()) == 0
                    && uses.addresses(v.variable()) == 0;
            if (!dead) {
                result.add(s);
                continue;
            }
            CExpr value = ((CExpr.Assign) ((CStmt.Do) s).expression()).value();
            if (Effects.of(value) != CExpr.Effect.NONE) {
                boolean bare = value instanceof CExpr.Call c && c.effect() != CExpr.Effect.NONE;
                result.add(new CStmt.Do(bare ? value : new CExpr.Cast(CType.VOID, value)));
            }
        }
        return result;
    }
}
