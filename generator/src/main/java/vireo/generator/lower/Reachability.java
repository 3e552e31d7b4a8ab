// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import vireo.generator.resolve.Findings;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;

/** Finds statements that no path reaches (VR114), the first of each stretch. */
final class Reachability {
    private final Findings findings;

    Reachability(Findings findings) {
        this.findings = findings;
    }

    void check(List<Statement> statements) {
        boolean reached = true;
        for (Statement s : statements) {
            if (s instanceof Statement.Remark) {
                continue;
            }
            if (!reached) {
                findings.report(
                        "VR114",
                        s.span(),
                        "no path reaches this statement",
                        "Code that never runs hides a mistake.",
                        "Remove it, or correct what stands before it.");
                return;
            }
            inside(s);
            reached = Completion.canComplete(s);
        }
    }

    private void inside(Statement s) {
        if (s instanceof Statement.Block block) {
            check(block.statements());
        } else if (s instanceof Statement.If branch) {
            inside(branch.then());
            branch.otherwise().ifPresent(this::inside);
        } else if (s instanceof Statement.While loop) {
            inside(loop.body());
        } else if (s instanceof Statement.DoWhile loop) {
            inside(loop.body());
        } else if (s instanceof Statement.For loop) {
            inside(loop.body());
        } else if (s instanceof Statement.ForEach loop) {
            inside(loop.body());
        } else if (s instanceof Statement.Labeled labeled) {
            inside(labeled.body());
        } else if (s instanceof Statement.Switch choice) {
            choice.cases().stream().map(SwitchCase::body).forEach(this::check);
        } else if (s instanceof Statement.Try attempt) {
            check(attempt.body().statements());
            attempt.catches().forEach(c -> check(c.body().statements()));
            attempt.finallyBlock().ifPresent(f -> check(f.statements()));
        }
    }
}
