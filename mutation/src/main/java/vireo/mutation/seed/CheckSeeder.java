// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.List;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Expression.BinaryOperator;
import vireo.generator.syntax.ast.Statement;

/** Checks left out, reversed and weakened; errors that are caught and not passed on. */
final class CheckSeeder implements Seeder {
    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Statement.If.class).filter(CheckSeeder::isCheck).forEach(check -> {
            if (tree.parent(check) instanceof Statement.Block) {
                proposals.remove(Operator.DROPPED_CHECK, check);
            }
            proposals.replace(Operator.DROPPED_CHECK, check.condition(), "!(" + check.condition().span().text() + ")");
        });
        tree.all(Expression.Binary.class).filter(b -> List.of(BinaryOperator.AND, BinaryOperator.OR).contains(b.operator())).forEach(both -> {
            Span span = both.span();
            proposals.replace(Operator.DROPPED_CHECK, both, new Span(span.file(), both.operatorSpan().start(), span.end()), "");
            proposals.replace(Operator.DROPPED_CHECK, both, new Span(span.file(), span.start(), both.operatorSpan().end()), "");
        });
        tree.all(Statement.Throw.class).filter(t -> tree.around(t, Statement.CatchClause.class).isPresent())
                .forEach(raised -> proposals.remove(Operator.DROPPED_CHECK, raised));
    }

    /** Whether a branch does nothing but leave: with an error, or early. */
    static boolean isCheck(Statement.If branch) {
        if (branch.otherwise().isPresent()) {
            return false;
        }
        Statement last = branch.then();
        if (last instanceof Statement.Block block) {
            if (block.statements().isEmpty()) {
                return false;
            }
            last = block.statements().get(block.statements().size() - 1);
        }
        return last instanceof Statement.Throw || last instanceof Statement.Return;
    }
}
