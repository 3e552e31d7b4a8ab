// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;

/**
 * {@code err = f(); if (err) return err; return 0;} is {@code return f();}, and a goto to the line below goes.
 */
final class TailReturns {
    private TailReturns() {}

    static List<CStmt> run(List<CStmt> body) {
        return CTrees.rewrite(body, e -> e, TailReturns::shortened);
    }

    private static List<CStmt> shortened(List<CStmt> list) {
        List<CStmt> result = new ArrayList<>();
        for (CStmt s : list) {
            if (s instanceof CStmt.Label label) {
                int last = last(result);
                CStmt.Goto jump = new CStmt.Goto(label.name());
                boolean same = last >= 0 && (result.get(last).equals(jump)
                        || result.get(last) instanceof CStmt.If i && i.otherwise().isEmpty() && i.then().equals(List.of(jump)));
                if (same) {
                    result.remove(last);
                }
                result.add(s);
                continue;
            }
            Optional<CStmt> returned = s instanceof CStmt.Return r ? merged(result, r) : Optional.empty();
            returned.ifPresent(r -> {
                result.remove(last(result));
                result.remove(last(result));
            });
            result.add(returned.orElse(s));
        }
        return result;
    }

    private static Optional<CStmt> merged(List<CStmt> before, CStmt.Return r) {
        boolean success = r.value().filter(new CExpr.Number("0")::equals).isPresent();
        int check = last(before);
        if (!success || check < 1
                || !(before.get(check) instanceof CStmt.If i)
                || !i.otherwise().isEmpty()
                || !i.then().equals(List.of(CStmt.returning(i.condition())))) {
            return Optional.empty();
        }
        int call = last(before.subList(0, check));
        return call >= 0 && before.get(call) instanceof CStmt.Do d
                        && d.expression() instanceof CExpr.Assign a
                        && a.operator().equals("=")
                        && a.target().equals(i.condition())
                ? Optional.of(CStmt.returning(a.value()))
                : Optional.empty();
    }

    private static int last(List<CStmt> list) {
        int i = list.size() - 1;
        while (i >= 0 && (list.get(i) instanceof CStmt.Blank || list.get(i) instanceof CStmt.Line)) {
            i--;
        }
        return i;
    }
}
