// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;

/** Lets a function store its result where the caller would have copied it to: {@code &queue->memory} instead of a temporary. */
final class ForwardResults {
    private final Function<CExpr, Optional<CType>> typeOf;

    /** @param typeOf the type of a place, where it is known */
    ForwardResults(Function<CExpr, Optional<CType>> typeOf) {
        this.typeOf = typeOf;
    }

    List<CStmt> run(List<CStmt> body) {
        Uses uses = Uses.of(body);
        return CTrees.rewrite(body, e -> e, list -> forwarded(list, uses));
    }

    private List<CStmt> forwarded(List<CStmt> list, Uses uses) {
        List<CStmt> result = new ArrayList<>(list);
        for (int i = 0; i + 2 < result.size(); i++) {
            Optional<CVariable> t = passedByAddress(result.get(i), uses);
            if (t.isEmpty() || !(result.get(i + 1) instanceof CStmt.If)
                    || !(result.get(i + 2) instanceof CStmt.Do d)
                    || !(d.expression() instanceof CExpr.Assign a)
                    || !a.operator().equals("=")
                    || !a.value().equals(new CExpr.Variable(t.get()))
                    || typeOf.apply(a.target()).filter(t.get().type()::equals).isEmpty()) {
                continue;
            }
            CExpr call = ((CStmt.Do) result.get(i)).expression();
            CExpr variable = new CExpr.Unary("&", new CExpr.Variable(t.get()));
            result.set(i, new CStmt.Do(CTrees.rewrite(call, e -> e.equals(variable) ? CExpr.addressOf(a.target()) : e)));
            result.remove(i + 2);
        }
        return result;
    }

    private static Optional<CVariable> passedByAddress(CStmt s, Uses uses) {
        if (!(s instanceof CStmt.Do d) || !(d.expression() instanceof CExpr.Assign a) || !(a.value() instanceof CExpr.Call c)
                || c.arguments().isEmpty()
                || !(c.arguments().get(c.arguments().size() - 1) instanceof CExpr.Unary u)
                || !u.operator().equals("&")
                || !(u.operand() instanceof CExpr.Variable v)) {
            return Optional.empty();
        }
        CVariable t = v.variable();
        boolean once = t.kind() == CVariable.Kind.TEMPORARY
                && uses.addresses(t) == 1 && uses.reads(t) == 1 && uses.writes(t) == 0;
        return once ? Optional.of(t) : Optional.empty();
    }
}
