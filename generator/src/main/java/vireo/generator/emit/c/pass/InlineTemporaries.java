// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CStmt;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.CVariable;

/**
 * Puts a temporary's value where it is used, when that is once, in the statement right behind, and C is bound to evaluate it
 * before everything that it could disturb: {@code if (virt_queue_is_full(queue))}.
 */
final class InlineTemporaries {
    private InlineTemporaries() {}

    static List<CStmt> run(List<CStmt> body) {
        List<CStmt> current = body;
        while (true) {
            Uses uses = Uses.of(current);
            List<CStmt> next = CTrees.rewrite(current, e -> e, list -> joined(list, uses));
            if (next.equals(current)) {
                return next;
            }
            current = next;
        }
    }

    private static List<CStmt> joined(List<CStmt> list, Uses uses) {
        List<CStmt> result = new ArrayList<>();
        for (CStmt s : list) {
            CStmt current = s instanceof CStmt.Loop l ? headed(l, uses) : s;
            int last = lastEffective(result);
            Optional<CStmt> merged = last < 0 ? Optional.empty() : merge(result.get(last), current, uses);
            if (merged.isPresent()) {
                result.remove(last);
                result.add(merged.get());
            } else {
                result.add(current);
            }
        }
        return result;
    }

    /** The end of a loop's header goes into its condition. */
    private static CStmt headed(CStmt.Loop l, Uses uses) {
        List<CStmt> header = new ArrayList<>(l.header());
        int last = lastEffective(header);
        if (last < 0) {
            return l;
        }
        CStmt test = new CStmt.If(l.condition(), List.of(), List.of());
        return merge(header.get(last), test, uses)
                .map(m -> {
                    header.remove(last);
                    return (CStmt) new CStmt.Loop(header, ((CStmt.If) m).condition(), l.body(), l.update(), l.testFirst(),
                            l.counted(), l.next());
                })
                .orElse(l);
    }

    private static int lastEffective(List<CStmt> list) {
        int i = list.size() - 1;
        while (i >= 0 && (list.get(i) instanceof CStmt.Blank || list.get(i) instanceof CStmt.Line)) {
            i--;
        }
        return i;
    }

    private static Optional<CStmt> merge(CStmt first, CStmt second, Uses uses) {
        if (!(first instanceof CStmt.Do d)
                || !(d.expression() instanceof CExpr.Assign a)
                || !a.operator().equals("=")
                || !(a.target() instanceof CExpr.Variable v)) {
            return Optional.empty();
        }
        CVariable t = v.variable();
        boolean once = t.kind() == CVariable.Kind.TEMPORARY
                && uses.reads(t) == 1 && uses.writes(t) == 1 && uses.addresses(t) == 0;
        Optional<CExpr> place = once ? evaluatedOnce(second) : Optional.empty();
        if (place.isEmpty() || !Uses.mentions(place.get(), t) || !keepsOrder(place.get(), t, a.value())) {
            return Optional.empty();
        }
        CExpr replaced = CTrees.rewrite(
                place.get(), e -> e instanceof CExpr.Variable x && x.variable().equals(t) ? a.value() : e);
        return Optional.of(with(second, replaced));
    }

    private static Optional<CExpr> evaluatedOnce(CStmt s) {
        if (s instanceof CStmt.Do d) {
            return Optional.of(d.expression());
        }
        if (s instanceof CStmt.If i) {
            return Optional.of(i.condition());
        }
        if (s instanceof CStmt.Switch w) {
            return Optional.of(w.subject());
        }
        return s instanceof CStmt.Return r ? r.value() : Optional.empty();
    }

    private static CStmt with(CStmt s, CExpr e) {
        if (s instanceof CStmt.Do) {
            return new CStmt.Do(e);
        }
        if (s instanceof CStmt.If i) {
            return new CStmt.If(e, i.then(), i.otherwise());
        }
        return s instanceof CStmt.Switch w ? new CStmt.Switch(e, w.cases()) : new CStmt.Return(Optional.of(e));
    }

    /** Whether nothing in {@code whole} but what uses the temporary's value could notice, or disturb, its evaluation. */
    private static boolean keepsOrder(CExpr whole, CVariable t, CExpr value) {
        CExpr.Effect effect = Effects.of(value);
        if (effect == CExpr.Effect.NONE && Effects.readsMemory(value)) {
            effect = CExpr.Effect.LOOK;
        }
        return effect == CExpr.Effect.NONE || quiet(whole, t, effect);
    }

    private static boolean quiet(CExpr e, CVariable t, CExpr.Effect effect) {
        if (!Uses.mentions(e, t)) {
            return commutes(Effects.of(e), effect) && (effect != CExpr.Effect.ANY || !Effects.readsMemory(e));
        }
        if (e instanceof CExpr.Binary b && (b.operator().equals("&&") || b.operator().equals("||"))) {
            return Uses.mentions(b.left(), t) ? quiet(b.left(), t, effect) : effect == CExpr.Effect.LOOK && unconditionally(b);
        }
        if (e instanceof CExpr.Ternary c) {
            return Uses.mentions(c.condition(), t) ? quiet(c.condition(), t, effect) : false;
        }
        if (e instanceof CExpr.Assign a) {
            return !Uses.mentions(a.target(), t) && a.operator().equals("=")
                    ? quiet(a.value(), t, effect) && Effects.targetIsQuiet(a.target(), effect)
                    : false;
        }
        return Effects.children(e).stream().allMatch(child -> quiet(child, t, effect));
    }

    /** Whether two evaluations may change places. */
    private static boolean commutes(CExpr.Effect one, CExpr.Effect other) {
        return one.compareTo(CExpr.Effect.LOOK) <= 0 && other != CExpr.Effect.ANY
                || other.compareTo(CExpr.Effect.LOOK) <= 0 && one != CExpr.Effect.ANY
                || one == CExpr.Effect.NONE;
    }

    /** Whether it makes no difference that the right side is evaluated later, or not at all. */
    private static boolean unconditionally(CExpr.Binary b) {
        return Effects.of(b).compareTo(CExpr.Effect.LOOK) <= 0;
    }
}
