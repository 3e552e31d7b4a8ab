// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Which loops of a method run at least once, and what their first statements evaluate whenever they run. */
final class FirstRound {
    private final Map<Local, List<Stmt>> stores = new HashMap<>();

    FirstRound(MethodDecl method) {
        method.body().ifPresent(body -> Statements.walk(body, statement -> Statements.assigned(statement)
                .ifPresent(local -> stores.computeIfAbsent(local, key -> new ArrayList<>()).add(statement))));
    }

    /** What is evaluated for certain where the loop was left: nothing where it may not have run at all. */
    List<Expr> evaluated(Stmt.Loop loop) {
        if (loop.testFirst() && !holdsAtFirst(loop)) {
            return List.of();
        }
        List<Expr> found = new ArrayList<>();
        for (Stmt statement : loop.body()) {
            found.addAll(Statements.expressions(statement));
            if (!statement.inside().isEmpty() || statement instanceof Stmt.Break || statement instanceof Stmt.Continue) {
                break;
            }
        }
        return found;
    }

    /** The condition compares a counter, which starts at a constant, with another constant. */
    private boolean holdsAtFirst(Stmt.Loop loop) {
        if (!(loop.condition() instanceof Expr.Binary test) || !(test.left() instanceof Expr.Get get)) {
            return false;
        }
        List<Stmt> all = stores.getOrDefault(get.local(), List.of());
        List<Stmt> inside = new ArrayList<>();
        Statements.walk(loop.body(), inside::add);
        Statements.walk(loop.update(), inside::add);
        List<Stmt> before = all.stream().filter(store -> inside.stream().noneMatch(other -> other == store)).toList();
        Optional<BigInteger> first = before.size() == 1 ? LoopRules.value(before.get(0)).flatMap(FirstRound::constant) : Optional.empty();
        Optional<BigInteger> limit = constant(test.right());
        if (first.isEmpty() || limit.isEmpty()) {
            return false;
        }
        int order = first.get().compareTo(limit.get());
        return switch (test.op()) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case NE -> order != 0;
            default -> false;
        };
    }

    private static Optional<BigInteger> constant(Expr e) {
        if (e instanceof Expr.Const number) {
            return Optional.of(number.value());
        }
        if (e instanceof Expr.Convert convert) {
            return constant(convert.operand());
        }
        return e instanceof Expr.NamedConst named ? Optional.of(named.value()) : Optional.empty();
    }
}
