// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.pass;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CTrees;

/** What evaluating an expression does besides yielding a value. */
final class Effects {
    private Effects() {}

    static CExpr.Effect of(CExpr e) {
        CExpr.Effect[] most = {CExpr.Effect.NONE};
        CTrees.forEach(e, x -> {
            CExpr.Effect own = x instanceof CExpr.Call c ? c.effect()
                    : x instanceof CExpr.Assign || x instanceof CExpr.Postfix ? CExpr.Effect.ANY : CExpr.Effect.NONE;
            if (own.compareTo(most[0]) > 0) {
                most[0] = own;
            }
        });
        return most[0];
    }

    /** Whether it reads private memory that a call could change. */
    static boolean readsMemory(CExpr e) {
        if (e instanceof CExpr.Unary u && u.operator().equals("&")) {
            return children(u.operand()).stream().anyMatch(Effects::readsMemory);
        }
        boolean own = e instanceof CExpr.Member m && m.arrow()
                || e instanceof CExpr.Index
                || e instanceof CExpr.Unary u && u.operator().equals("*")
                || e instanceof CExpr.Call c && c.effect() == CExpr.Effect.LOOK;
        return own || children(e).stream().anyMatch(Effects::readsMemory);
    }

    /** Whether finding the place to store reads nothing that the value's effect could change. */
    static boolean targetIsQuiet(CExpr target, CExpr.Effect effect) {
        return children(target).stream().allMatch(c -> of(c) == CExpr.Effect.NONE
                && (effect != CExpr.Effect.ANY || !readsMemory(c)));
    }

    static List<CExpr> children(CExpr e) {
        List<CExpr> children = new ArrayList<>();
        if (e instanceof CExpr.Member m) {
            children.add(m.object());
        } else if (e instanceof CExpr.Index i) {
            children.add(i.array());
            children.add(i.index());
        } else if (e instanceof CExpr.Unary u) {
            children.add(u.operand());
        } else if (e instanceof CExpr.Postfix p) {
            children.add(p.operand());
        } else if (e instanceof CExpr.Binary b) {
            children.add(b.left());
            children.add(b.right());
        } else if (e instanceof CExpr.Ternary t) {
            children.add(t.condition());
            children.add(t.yes());
            children.add(t.no());
        } else if (e instanceof CExpr.Cast c) {
            children.add(c.operand());
        } else if (e instanceof CExpr.Call c) {
            children.add(c.function());
            children.addAll(c.arguments());
        } else if (e instanceof CExpr.Assign a) {
            children.add(a.target());
            children.add(a.value());
        } else if (e instanceof CExpr.Compound c) {
            c.fields().forEach(f -> children.add(f.value()));
        }
        return children;
    }
}
