// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.List;
import java.util.Optional;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Statement;

/** Statements left out: calls and assignments, barriers, releases, early exits, branches. */
final class StatementSeeder implements Seeder {
    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        for (Statement statement : tree.statements()) {
            if (statement instanceof Statement.Evaluate evaluate) {
                proposals.remove(kind(evaluate), evaluate);
            } else if (statement instanceof Statement.Break || statement instanceof Statement.Continue
                    || statement instanceof Statement.Return result && result.value().isEmpty()) {
                proposals.remove(Operator.DROPPED_STATEMENT, statement);
            } else if (statement instanceof Statement.If branch && !CheckSeeder.isCheck(branch)) {
                proposals.remove(Operator.DROPPED_STATEMENT, branch);
            }
        }
    }

    private static Operator kind(Statement.Evaluate statement) {
        Optional<String> called = called(statement);
        if (called.filter(name -> name.equals("full")).isPresent()) {
            return Operator.DROPPED_BARRIER;
        }
        return called.filter(Vocabulary::isRelease).isPresent() ? Operator.DROPPED_RELEASE : Operator.DROPPED_STATEMENT;
    }

    /** The outermost method that a statement calls. */
    private static Optional<String> called(Statement.Evaluate statement) {
        List<Expression.Call> calls = Tree.calls(statement.expression());
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(0).name());
    }
}
