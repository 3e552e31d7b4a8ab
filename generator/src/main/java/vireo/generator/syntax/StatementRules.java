// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.List;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.SwitchCase;
import vireo.generator.syntax.ast.TypeName;

/** What the subset leaves out of Java's statements. */
final class StatementRules {
    private final SubsetCheck check;

    StatementRules(SubsetCheck check) {
        this.check = check;
    }

    void check(Node node) {
        if (node instanceof Statement.Assert n) {
            check.refuse(n.span(), "assert is", "It runs in some JVMs and never in C: the two lives would differ.",
                    "Write an if that throws a DriverException, or declare the range so that it is proved.");
        } else if (node instanceof Statement.Synchronized n) {
            check.refuse(n.span(), "synchronized is", "A kernel has no monitor in each object.",
                    "Say in the Javadoc which lock the caller holds.");
        } else if (node instanceof Statement.CatchClause n) {
            catchClause(n);
        } else if (node instanceof SwitchCase n) {
            switchCase(n);
        } else if (node instanceof Statement.Switch n) {
            fallThrough(n.cases());
        }
    }

    private void catchClause(Statement.CatchClause n) {
        if (n.types().size() > 1) {
            check.refuse(n.types().get(0).span().to(n.types().get(n.types().size() - 1).span()),
                    "Catching several types at once is", "There is one exception in a driver.", "Catch DriverException.");
            return;
        }
        TypeName type = n.types().get(0);
        if (!DeclarationRules.simple(type).equals("DriverException")) {
            check.refuse(type.span(), "Catching " + type.name() + " is", "In C an error is one errno number.",
                    "Catch DriverException; what others would report must be proved not to happen.");
        }
    }

    private void switchCase(SwitchCase n) {
        n.patterns().forEach(p -> check.refuse(p.span(), "Patterns are", "Objects carry no type in C.",
                "Switch over a number or an enum."));
        n.guard().ifPresent(g -> check.refuse(g.span(), "Guards of cases are", "A C switch compares constants only.",
                "Write an if inside the case."));
    }

    /** Reports groups of an old-style switch that run into the next one. */
    void fallThrough(List<SwitchCase> cases) {
        for (int i = 0; i + 1 < cases.size(); i++) {
            SwitchCase group = cases.get(i);
            if (!group.arrow() && completes(group.body())) {
                check.refuse(group.labelSpan(), "Cases that fall through into the next one are",
                        "A forgotten break looks the same.", "End the case with break, return or throw, or write its labels together.");
            }
        }
    }

    /** Whether control may reach the end; a loop counts as if it ended. */
    private static boolean completes(List<Statement> statements) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (!(statements.get(i) instanceof Statement.Remark)) {
                return completes(statements.get(i));
            }
        }
        return true;
    }

    private static boolean completes(Statement last) {
        if (last instanceof Statement.Block n) {
            return completes(n.statements());
        }
        if (last instanceof Statement.If n) {
            return n.otherwise().isEmpty() || completes(n.then()) || completes(n.otherwise().get());
        }
        if (last instanceof Statement.Try n) {
            boolean cleanupEnds = n.finallyBlock().filter(b -> !completes(b)).isPresent();
            return !cleanupEnds && (completes(n.body()) || n.catches().stream().anyMatch(c -> completes(c.body())));
        }
        return !(last instanceof Statement.Break || last instanceof Statement.Continue || last instanceof Statement.Return
                || last instanceof Statement.Throw || last instanceof Statement.Yield);
    }
}
