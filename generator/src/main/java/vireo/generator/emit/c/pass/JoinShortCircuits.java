// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.Negation;

/** {@code v = false; if (a) v = f();} is {@code v = a && f();}, and {@code v = true; if (a) v = f();} is {@code v = !a || f();}. */
final class JoinShortCircuits {
    private JoinShortCircuits() {}

    static List<CStmt> run(List<CStmt> body) {
        return CTrees.rewrite(body, e -> e, JoinShortCircuits::joined);
    }

    private static List<CStmt> joined(List<CStmt> list) {
        List<CStmt> result = new ArrayList<>();
        for (CStmt s : list) {
            Optional<CStmt> both = result.isEmpty() ? Optional.empty() : joined(result.get(result.size() - 1), s);
            if (both.isPresent()) {
                result.remove(result.size() - 1);
            }
            result.add(both.orElse(s));
        }
        return result;
    }

    private static Optional<CStmt> joined(CStmt first, CStmt second) {
        if (!(first instanceof CStmt.Do d) || !(d.expression() instanceof CExpr.Assign start)
                || !(start.target() instanceof CExpr.Variable v) || !v.variable().type().equals(CType.BOOL)
                || !start.operator().equals("=") || !(start.value() instanceof CExpr.Symbol outcome)
                || !(second instanceof CStmt.If i) || !i.otherwise().isEmpty() || i.then().size() != 1
                || !(i.then().get(0) instanceof CStmt.Do inner) || !(inner.expression() instanceof CExpr.Assign a)
                || !a.operator().equals("=") || !a.target().equals(v)
                || Uses.mentions(i.condition(), v.variable()) || Uses.mentions(a.value(), v.variable())) {
            return Optional.empty();
        }
        return switch (outcome.name()) {
            case "false" -> Optional.of(CStmt.assign(v, new CExpr.Binary("&&", i.condition(), a.value())));
            case "true" -> Optional.of(CStmt.assign(v, new CExpr.Binary("||", Negation.of(i.condition()), a.value())));
            default -> Optional.empty();
        };
    }
}
