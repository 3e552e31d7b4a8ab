// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.List;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;

/** An if that holds nothing but an if is one if with both conditions. */
final class JoinConditions {
    private JoinConditions() {}

    static List<CStmt> run(List<CStmt> body) {
        return CTrees.rewrite(body, e -> e, list -> list.stream().map(JoinConditions::joined).toList());
    }

    private static CStmt joined(CStmt s) {
        return s instanceof CStmt.If outer
                        && outer.otherwise().isEmpty()
                        && outer.then().size() == 1
                        && outer.then().get(0) instanceof CStmt.If inner
                        && inner.otherwise().isEmpty()
                ? new CStmt.If(new CExpr.Binary("&&", outer.condition(), inner.condition()), inner.then(), List.of())
                : s;
    }
}
