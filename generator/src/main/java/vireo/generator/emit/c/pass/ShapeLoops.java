// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.Negation;

/** Gives each loop the shape that says most: for, while, do-while, and {@code for (;;)} with a break where the test is not first. */
final class ShapeLoops {
    private ShapeLoops() {}

    static List<CStmt> run(List<CStmt> body) {
        return CTrees.rewrite(body, e -> e, ShapeLoops::shaped);
    }

    private static List<CStmt> shaped(List<CStmt> list) {
        List<CStmt> result = new ArrayList<>();
        for (CStmt s : list) {
            if (!(s instanceof CStmt.Loop l)) {
                result.add(s);
                continue;
            }
            Optional<CExpr> start = l.counted() && isStep(l) ? start(result, l) : Optional.empty();
            if (start.isPresent()) {
                result.remove(result.size() - 1);
            }
            result.add(shape(l, start));
        }
        return result;
    }

    /** The assignment right before the loop, of the variable that the loop steps. */
    private static Optional<CExpr> start(List<CStmt> before, CStmt.Loop l) {
        if (before.isEmpty() || !(before.get(before.size() - 1) instanceof CStmt.Do d)
                || !(d.expression() instanceof CExpr.Assign a)
                || !a.operator().equals("=")) {
            return Optional.empty();
        }
        CExpr step = ((CStmt.Do) l.update().get(0)).expression();
        CExpr stepped = step instanceof CExpr.Postfix p ? p.operand() : ((CExpr.Assign) step).target();
        return stepped.equals(a.target()) ? Optional.of(a) : Optional.empty();
    }

    private static boolean isStep(CStmt.Loop l) {
        return l.update().size() == 1
                && l.next().isEmpty()
                && l.testFirst()
                && l.update().get(0) instanceof CStmt.Do d
                && (d.expression() instanceof CExpr.Postfix || d.expression() instanceof CExpr.Assign);
    }

    private static CStmt shape(CStmt.Loop l, Optional<CExpr> start) {
        boolean forever = CTrees.isTrue(l.condition());
        if (!l.testFirst()) {
            List<CStmt> body = new ArrayList<>(l.body());
            l.next().ifPresent(label -> body.add(new CStmt.Label(label)));
            body.addAll(l.update());
            body.addAll(l.header());
            if (l.next().isPresent() && l.update().isEmpty() && l.header().isEmpty()) {
                body.add(new CStmt.Continue());
            }
            return forever ? endless(Optional.empty(), body) : new CStmt.DoWhile(body, l.condition());
        }
        List<CStmt> body = new ArrayList<>();
        boolean early = l.header().isEmpty();
        if (!early) {
            body.addAll(l.header());
            if (!forever) {
                body.add(new CStmt.If(Negation.of(l.condition()), List.of(new CStmt.Break()), List.of()));
            }
        }
        body.addAll(l.body());
        Optional<CExpr> step = isStep(l) ? Optional.of(((CStmt.Do) l.update().get(0)).expression()) : Optional.empty();
        if (step.isEmpty()) {
            l.next().ifPresent(label -> body.add(new CStmt.Label(label)));
            body.addAll(l.update());
            if (l.next().isPresent() && l.update().isEmpty()) {
                body.add(new CStmt.Continue());
            }
        }
        if (!early || forever) {
            return start.isPresent() ? new CStmt.For(start, Optional.empty(), step, body) : endless(step, body);
        }
        return step.isPresent()
                ? new CStmt.For(start, Optional.of(l.condition()), step, body)
                : new CStmt.While(l.condition(), body);
    }

    private static CStmt endless(Optional<CExpr> step, List<CStmt> body) {
        return new CStmt.For(Optional.empty(), Optional.empty(), step, body);
    }
}
