// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import java.util.Optional;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;

/** Whether control can come out at the end of a statement, by Java's rules (JLS 14.22). */
final class Completion {
    private Completion() {}

    /**
     * Whether control can come out behind the last statement.
     *
     * @param inCase the statements are those of an old-style case, where a break leads out of the switch and not to the next case
     */
    static boolean canComplete(List<Statement> statements, boolean inCase) {
        for (Statement s : statements) {
            if (!canComplete(s) || inCase && s instanceof Statement.Break) {
                return false;
            }
        }
        return true;
    }

    static boolean canComplete(Statement s) {
        if (s instanceof Statement.Return
                || s instanceof Statement.Throw
                || s instanceof Statement.Break
                || s instanceof Statement.Continue
                || s instanceof Statement.Yield) {
            return false;
        }
        if (s instanceof Statement.Block block) {
            return canComplete(block.statements(), false);
        }
        if (s instanceof Statement.If branch) {
            return branch.otherwise().isEmpty()
                    || canComplete(branch.then())
                    || canComplete(branch.otherwise().get());
        }
        if (s instanceof Statement.While loop) {
            return !isTrue(Optional.of(loop.condition())) || hasBreak(loop.body(), Optional.empty());
        }
        if (s instanceof Statement.For loop) {
            return !isTrue(loop.condition()) || hasBreak(loop.body(), Optional.empty());
        }
        if (s instanceof Statement.DoWhile loop) {
            boolean reachesTest = canComplete(loop.body()) || hasContinue(loop.body());
            return reachesTest && !isTrue(Optional.of(loop.condition())) || hasBreak(loop.body(), Optional.empty());
        }
        if (s instanceof Statement.Labeled labeled) {
            return canComplete(labeled.body()) || hasBreak(labeled.body(), Optional.of(labeled.label()));
        }
        if (s instanceof Statement.Switch choice) {
            return switchCompletes(choice);
        }
        if (s instanceof Statement.Try attempt) {
            boolean tried =
                    canComplete(attempt.body()) || attempt.catches().stream().anyMatch(c -> canComplete(c.body()));
            return tried && attempt.finallyBlock().map(Completion::canComplete).orElse(true);
        }
        return true;
    }

    private static boolean switchCompletes(Statement.Switch choice) {
        boolean hasDefault = choice.cases().stream().anyMatch(SwitchCase::isDefault);
        if (!hasDefault || choice.cases().isEmpty()) {
            return true;
        }
        for (int i = 0; i < choice.cases().size(); i++) {
            SwitchCase one = choice.cases().get(i);
            boolean ends = one.arrow() || i == choice.cases().size() - 1;
            if (ends && canComplete(one.body(), false)
                    || one.body().stream().anyMatch(s -> hasBreak(s, Optional.empty()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(Optional<Expression> condition) {
        return condition.isEmpty() || condition.get() instanceof Expression.BooleanLiteral literal && literal.value();
    }

    /** Whether a break inside leaves the statement around: without label, or with that label. */
    private static boolean hasBreak(Statement s, Optional<String> label) {
        if (s instanceof Statement.Break jump) {
            return jump.label().equals(label);
        }
        if (s instanceof Statement.Block block) {
            return block.statements().stream().anyMatch(b -> hasBreak(b, label));
        }
        if (s instanceof Statement.If branch) {
            return hasBreak(branch.then(), label)
                    || branch.otherwise().filter(o -> hasBreak(o, label)).isPresent();
        }
        if (s instanceof Statement.Labeled labeled) {
            return hasBreak(labeled.body(), label);
        }
        if (s instanceof Statement.Try attempt) {
            return hasBreak(attempt.body(), label)
                    || attempt.catches().stream().anyMatch(c -> hasBreak(c.body(), label))
                    || attempt.finallyBlock().filter(f -> hasBreak(f, label)).isPresent();
        }
        if (label.isEmpty()) {
            return false;
        }
        if (s instanceof Statement.While loop) {
            return hasBreak(loop.body(), label);
        }
        if (s instanceof Statement.For loop) {
            return hasBreak(loop.body(), label);
        }
        if (s instanceof Statement.DoWhile loop) {
            return hasBreak(loop.body(), label);
        }
        if (s instanceof Statement.ForEach loop) {
            return hasBreak(loop.body(), label);
        }
        return s instanceof Statement.Switch choice
                && choice.cases().stream().anyMatch(c -> c.body().stream().anyMatch(b -> hasBreak(b, label)));
    }

    private static boolean hasContinue(Statement s) {
        if (s instanceof Statement.Continue) {
            return true;
        }
        if (s instanceof Statement.Block block) {
            return block.statements().stream().anyMatch(Completion::hasContinue);
        }
        if (s instanceof Statement.If branch) {
            return hasContinue(branch.then())
                    || branch.otherwise().filter(Completion::hasContinue).isPresent();
        }
        if (s instanceof Statement.Try attempt) {
            return hasContinue(attempt.body()) || attempt.catches().stream().anyMatch(c -> hasContinue(c.body()));
        }
        return s instanceof Statement.Switch choice
                && choice.cases().stream().anyMatch(c -> c.body().stream().anyMatch(Completion::hasContinue));
    }
}
