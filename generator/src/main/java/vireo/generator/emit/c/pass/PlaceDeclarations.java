// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CVariable;

/** Declares each variable at the top of the innermost block that holds all of its uses. */
final class PlaceDeclarations {
    private final Map<CVariable, Integer> total;
    private final Set<CVariable> placed = new LinkedHashSet<>();

    private PlaceDeclarations(Map<CVariable, Integer> total) {
        this.total = total;
    }

    static List<CStmt> run(List<CStmt> body) {
        return new PlaceDeclarations(mentions(body)).place(body, true);
    }

    private static Map<CVariable, Integer> mentions(List<CStmt> body) {
        Map<CVariable, Integer> count = new HashMap<>();
        CTrees.forEachExpression(body, e -> {
            if (e instanceof CExpr.Variable v && v.variable().kind() != CVariable.Kind.PARAMETER) {
                count.merge(v.variable(), 1, Integer::sum);
            }
        });
        return count;
    }

    private List<CStmt> place(List<CStmt> list, boolean mayDeclare) {
        List<CStmt> inner = list.stream().map(this::within).toList();
        if (!mayDeclare) {
            return inner;
        }
        Set<CVariable> here = new LinkedHashSet<>();
        Map<CVariable, Integer> count = mentions(inner);
        CTrees.forEachExpression(inner, e -> {
            if (e instanceof CExpr.Variable v && count.containsKey(v.variable())
                    && !placed.contains(v.variable())
                    && count.get(v.variable()).equals(total.get(v.variable()))) {
                here.add(v.variable());
            }
        });
        placed.addAll(here);
        return declared(inner, here);
    }

    /** Blocks inside come first: what they hold alone is theirs. The cases of a switch leave theirs to the block around it. */
    private CStmt within(CStmt s) {
        boolean cases = s instanceof CStmt.Switch;
        return rewriteBodies(s, body -> place(body, !cases));
    }

    private static CStmt rewriteBodies(CStmt s, java.util.function.UnaryOperator<List<CStmt>> change) {
        if (s instanceof CStmt.If i) {
            return new CStmt.If(i.condition(), change.apply(i.then()), change.apply(i.otherwise()));
        }
        if (s instanceof CStmt.While w) {
            return new CStmt.While(w.condition(), change.apply(w.body()));
        }
        if (s instanceof CStmt.DoWhile w) {
            return new CStmt.DoWhile(change.apply(w.body()), w.condition());
        }
        if (s instanceof CStmt.For f) {
            return new CStmt.For(f.start(), f.condition(), f.step(), change.apply(f.body()));
        }
        if (s instanceof CStmt.Switch w) {
            return new CStmt.Switch(w.subject(), w.cases().stream()
                    .map(c -> new CStmt.Case(c.values(), change.apply(c.body())))
                    .toList());
        }
        return s;
    }

    private static List<CStmt> declared(List<CStmt> list, Set<CVariable> here) {
        List<CStmt> initialised = new ArrayList<>();
        Set<CVariable> open = new LinkedHashSet<>(here);
        int i = 0;
        while (i < list.size() && list.get(i) instanceof CStmt.Do d
                && d.expression() instanceof CExpr.Assign a
                && a.operator().equals("=")
                && a.target() instanceof CExpr.Variable v
                && open.contains(v.variable())
                && !Uses.mentions(a.value(), v.variable())
                && declaredValues(a.value(), open)
                && !isChecked(list, i, a.target())) {
            initialised.add(new CStmt.Declare(v.variable(), java.util.Optional.of(a.value())));
            open.remove(v.variable());
            i++;
            while (i < list.size() && list.get(i) instanceof CStmt.Blank) {
                i++;
            }
        }
        List<CStmt> result = new ArrayList<>(initialised);
        open.stream()
                .sorted(Comparator.comparingInt((CVariable v) -> -v.type().declare(v.name()).length())
                        .thenComparing(CVariable::name))
                .forEach(v -> result.add(new CStmt.Declare(v, java.util.Optional.empty())));
        result.addAll(list.subList(i, list.size()));
        return result;
    }

    /** A value may not use what is declared further down. */
    private static boolean declaredValues(CExpr value, Set<CVariable> open) {
        return open.stream().noneMatch(v -> Uses.mentions(value, v));
    }

    /** A status or an allocation stays next to its check. */
    private static boolean isChecked(List<CStmt> list, int i, CExpr target) {
        if (!(((CExpr.Assign) ((CStmt.Do) list.get(i)).expression()).value() instanceof CExpr.Call c)
                || c.effect() != CExpr.Effect.ANY || i + 1 >= list.size() || !(list.get(i + 1) instanceof CStmt.If next)) {
            return false;
        }
        return next.condition().equals(target) || next.condition().equals(new CExpr.Unary("!", target));
    }
}
