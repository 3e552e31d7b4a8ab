// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over C trees and rebuilds them. */
public final class CTrees {
    private CTrees() {}

    /** Rebuilds an expression from the leaves up; {@code change} sees each node after its children. */
    public static CExpr rewrite(CExpr e, UnaryOperator<CExpr> change) {
        UnaryOperator<CExpr> down = child -> rewrite(child, change);
        CExpr rebuilt = e;
        if (e instanceof CExpr.Member m) {
            rebuilt = new CExpr.Member(down.apply(m.object()), m.arrow(), m.field(), m.tag());
        } else if (e instanceof CExpr.Index i) {
            rebuilt = new CExpr.Index(down.apply(i.array()), down.apply(i.index()));
        } else if (e instanceof CExpr.Unary u) {
            rebuilt = new CExpr.Unary(u.operator(), down.apply(u.operand()));
        } else if (e instanceof CExpr.Postfix p) {
            rebuilt = new CExpr.Postfix(down.apply(p.operand()), p.operator());
        } else if (e instanceof CExpr.Binary b) {
            rebuilt = new CExpr.Binary(b.operator(), down.apply(b.left()), down.apply(b.right()));
        } else if (e instanceof CExpr.Ternary t) {
            rebuilt = new CExpr.Ternary(down.apply(t.condition()), down.apply(t.yes()), down.apply(t.no()));
        } else if (e instanceof CExpr.Cast c) {
            rebuilt = new CExpr.Cast(c.type(), down.apply(c.operand()));
        } else if (e instanceof CExpr.Call c) {
            rebuilt = new CExpr.Call(
                    down.apply(c.function()), c.arguments().stream().map(down).toList(), c.effect());
        } else if (e instanceof CExpr.Assign a) {
            rebuilt = new CExpr.Assign(a.operator(), down.apply(a.target()), down.apply(a.value()));
        } else if (e instanceof CExpr.SizeOf s) {
            rebuilt = new CExpr.SizeOf(down.apply(s.operand()));
        } else if (e instanceof CExpr.Compound c) {
            rebuilt = new CExpr.Compound(
                    c.type(),
                    c.fields().stream()
                            .map(f -> new CExpr.Initializer(f.field(), down.apply(f.value())))
                            .toList());
        }
        return change.apply(rebuilt);
    }

    /** Every expression within, itself included. */
    public static void forEach(CExpr e, Consumer<CExpr> visit) {
        rewrite(e, x -> {
            visit.accept(x);
            return x;
        });
    }

    /** The expressions that a statement evaluates itself, not those of the statements inside it. */
    public static List<CExpr> ownExpressions(CStmt s) {
        List<CExpr> found = new ArrayList<>();
        if (s instanceof CStmt.Do d) {
            found.add(d.expression());
        } else if (s instanceof CStmt.If i) {
            found.add(i.condition());
        } else if (s instanceof CStmt.Loop l) {
            found.add(l.condition());
        } else if (s instanceof CStmt.While w) {
            found.add(w.condition());
        } else if (s instanceof CStmt.DoWhile w) {
            found.add(w.condition());
        } else if (s instanceof CStmt.For f) {
            f.start().ifPresent(found::add);
            f.condition().ifPresent(found::add);
            f.step().ifPresent(found::add);
        } else if (s instanceof CStmt.Switch w) {
            found.add(w.subject());
            w.cases().forEach(c -> found.addAll(c.values()));
        } else if (s instanceof CStmt.Return r) {
            r.value().ifPresent(found::add);
        } else if (s instanceof CStmt.Declare d) {
            d.value().ifPresent(found::add);
        }
        return found;
    }

    /** The statement lists inside a statement. */
    public static List<List<CStmt>> bodies(CStmt s) {
        if (s instanceof CStmt.If i) {
            return List.of(i.then(), i.otherwise());
        }
        if (s instanceof CStmt.Loop l) {
            return List.of(l.header(), l.body(), l.update());
        }
        if (s instanceof CStmt.While w) {
            return List.of(w.body());
        }
        if (s instanceof CStmt.DoWhile w) {
            return List.of(w.body());
        }
        if (s instanceof CStmt.For f) {
            return List.of(f.body());
        }
        if (s instanceof CStmt.Switch w) {
            return w.cases().stream().map(CStmt.Case::body).toList();
        }
        if (s instanceof CStmt.Block b) {
            return List.of(b.body());
        }
        return List.of();
    }

    /** Rebuilds a statement from its inner lists up; {@code expression} sees whole expressions, {@code list} whole lists. */
    public static CStmt rewrite(CStmt s, UnaryOperator<CExpr> expression, UnaryOperator<List<CStmt>> list) {
        UnaryOperator<List<CStmt>> in = body -> rewrite(body, expression, list);
        if (s instanceof CStmt.Do d) {
            return new CStmt.Do(expression.apply(d.expression()));
        }
        if (s instanceof CStmt.If i) {
            return new CStmt.If(expression.apply(i.condition()), in.apply(i.then()), in.apply(i.otherwise()));
        }
        if (s instanceof CStmt.Loop l) {
            return new CStmt.Loop(in.apply(l.header()), expression.apply(l.condition()), in.apply(l.body()),
                    in.apply(l.update()), l.testFirst(), l.counted(), l.next());
        }
        if (s instanceof CStmt.While w) {
            return new CStmt.While(expression.apply(w.condition()), in.apply(w.body()));
        }
        if (s instanceof CStmt.DoWhile w) {
            return new CStmt.DoWhile(in.apply(w.body()), expression.apply(w.condition()));
        }
        if (s instanceof CStmt.For f) {
            return new CStmt.For(
                    f.start().map(expression), f.condition().map(expression), f.step().map(expression), in.apply(f.body()));
        }
        if (s instanceof CStmt.Switch w) {
            return new CStmt.Switch(
                    expression.apply(w.subject()),
                    w.cases().stream()
                            .map(c -> new CStmt.Case(c.values(), in.apply(c.body())))
                            .toList());
        }
        if (s instanceof CStmt.Return r) {
            return new CStmt.Return(r.value().map(expression));
        }
        if (s instanceof CStmt.Declare d) {
            return new CStmt.Declare(d.variable(), d.value().map(expression));
        }
        if (s instanceof CStmt.Block b) {
            return new CStmt.Block(in.apply(b.body()));
        }
        return s;
    }

    /** As {@link #rewrite(CStmt, UnaryOperator, UnaryOperator)}, for a list; {@code list} sees this list last. */
    public static List<CStmt> rewrite(List<CStmt> body, UnaryOperator<CExpr> expression, UnaryOperator<List<CStmt>> list) {
        return list.apply(body.stream().map(s -> rewrite(s, expression, list)).toList());
    }

    /** Every expression of every statement, the statements inside included. */
    public static void forEachExpression(List<CStmt> body, Consumer<CExpr> visit) {
        for (CStmt s : body) {
            ownExpressions(s).forEach(e -> forEach(e, visit));
            bodies(s).forEach(inner -> forEachExpression(inner, visit));
        }
    }

    /** Every statement, the statements inside included. */
    public static void forEachStatement(List<CStmt> body, Consumer<CStmt> visit) {
        for (CStmt s : body) {
            visit.accept(s);
            bodies(s).forEach(inner -> forEachStatement(inner, visit));
        }
    }

    /** Whether control can reach the end of the list. */
    public static boolean completes(List<CStmt> body) {
        Optional<CStmt> last = lastEffective(body);
        if (last.isEmpty()) {
            return true;
        }
        CStmt s = last.get();
        if (s instanceof CStmt.Return || s instanceof CStmt.Goto || s instanceof CStmt.Break || s instanceof CStmt.Continue) {
            return false;
        }
        if (s instanceof CStmt.If i) {
            return i.otherwise().isEmpty() || completes(i.then()) || completes(i.otherwise());
        }
        if (s instanceof CStmt.Block b) {
            return completes(b.body());
        }
        if (s instanceof CStmt.Loop l) {
            return !isTrue(l.condition()) || breaks(l.body()) || breaks(l.header());
        }
        if (s instanceof CStmt.For f) {
            return f.condition().isPresent() || breaks(f.body());
        }
        if (s instanceof CStmt.Switch w) {
            return w.cases().stream().noneMatch(c -> c.values().isEmpty())
                    || w.cases().stream().anyMatch(c -> completes(c.body()) || breaks(c.body()));
        }
        return true;
    }

    public static boolean isTrue(CExpr e) {
        return e instanceof CExpr.Symbol s && s.name().equals("true");
    }

    /** The last statement that is not layout. */
    public static Optional<CStmt> lastEffective(List<CStmt> body) {
        for (int i = body.size() - 1; i >= 0; i--) {
            CStmt s = body.get(i);
            if (!(s instanceof CStmt.Comment || s instanceof CStmt.Blank || s instanceof CStmt.Line)) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }

    /** Whether a break in the list leaves the statement around it. */
    private static boolean breaks(List<CStmt> body) {
        for (CStmt s : body) {
            if (s instanceof CStmt.Break) {
                return true;
            }
            boolean own = s instanceof CStmt.Loop || s instanceof CStmt.While || s instanceof CStmt.DoWhile
                    || s instanceof CStmt.For || s instanceof CStmt.Switch;
            if (!own && bodies(s).stream().anyMatch(CTrees::breaks)) {
                return true;
            }
        }
        return false;
    }
}
