// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.List;
import java.util.Map;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Expression.BinaryOperator;
import vireo.generator.syntax.ast.Expression.UnaryOperator;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Statement;

/** Other operators, and bounds that are one off. */
final class OperatorSeeder implements Seeder {
    private static final Map<BinaryOperator, String> OTHER = Map.ofEntries(
            Map.entry(BinaryOperator.ADD, "-"), Map.entry(BinaryOperator.SUBTRACT, "+"), Map.entry(BinaryOperator.MULTIPLY, "/"),
            Map.entry(BinaryOperator.DIVIDE, "*"), Map.entry(BinaryOperator.REMAINDER, "/"), Map.entry(BinaryOperator.SHIFT_LEFT, ">>"),
            Map.entry(BinaryOperator.SHIFT_RIGHT, "<<"), Map.entry(BinaryOperator.SHIFT_RIGHT_LOGICAL, "<<"), Map.entry(BinaryOperator.BIT_AND, "|"),
            Map.entry(BinaryOperator.BIT_OR, "&"), Map.entry(BinaryOperator.BIT_XOR, "&"), Map.entry(BinaryOperator.AND, "||"),
            Map.entry(BinaryOperator.OR, "&&"));

    private static final Map<BinaryOperator, String> REVERSED = Map.of(BinaryOperator.LESS, ">=", BinaryOperator.LESS_OR_EQUAL, ">",
            BinaryOperator.GREATER, "<=", BinaryOperator.GREATER_OR_EQUAL, "<", BinaryOperator.EQUAL, "!=", BinaryOperator.NOT_EQUAL, "==");

    private static final Map<BinaryOperator, String> BOUND = Map.of(BinaryOperator.LESS, "<=", BinaryOperator.LESS_OR_EQUAL, "<",
            BinaryOperator.GREATER, ">=", BinaryOperator.GREATER_OR_EQUAL, ">");

    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Expression.class).filter(e -> !tree.inAnnotation(e)).forEach(expression -> {
            if (expression instanceof Expression.Binary binary) {
                binary(tree, binary, proposals);
            } else if (expression instanceof Expression.CompoundAssign assign && OTHER.containsKey(assign.operator())) {
                proposals.replace(Operator.OPERATOR, assign, assign.operatorSpan(), OTHER.get(assign.operator()) + "=");
            } else if (expression instanceof Expression.Unary unary && List.of(UnaryOperator.NOT, UnaryOperator.COMPLEMENT).contains(unary.operator())) {
                proposals.replace(Operator.OPERATOR, unary, unary.span().text().substring(1));
            } else if (expression instanceof Expression.Step step) {
                proposals.replace(Operator.OPERATOR, step,
                        step.increment() ? step.span().text().replace("++", "--") : step.span().text().replace("--", "++"));
            } else if (expression instanceof Expression.ArrayAccess access) {
                proposals.replace(Operator.OFF_BY_ONE, access.index(), "(" + access.index().span().text() + ") + 1");
            } else if (expression instanceof Expression.Call call && call.name().equals("at") && call.arguments().size() == 1) {
                proposals.replace(Operator.OFF_BY_ONE, call.arguments().get(0), "(" + call.arguments().get(0).span().text() + ") + 1");
            }
            if (isCondition(tree, expression) && (expression instanceof Expression.Call || expression instanceof Expression.Name)) {
                proposals.replace(Operator.OPERATOR, expression, "!" + expression.span().text());
            }
        });
    }

    private static void binary(Tree tree, Expression.Binary binary, Proposals proposals) {
        if (OTHER.containsKey(binary.operator())) {
            proposals.replace(Operator.OPERATOR, binary, binary.operatorSpan(), OTHER.get(binary.operator()));
        }
        // The condition of a check is reversed as a check, not as an operator.
        if (REVERSED.containsKey(binary.operator()) && !(tree.parent(binary) instanceof Statement.If branch && CheckSeeder.isCheck(branch))) {
            proposals.replace(Operator.OPERATOR, binary, binary.operatorSpan(), REVERSED.get(binary.operator()));
        }
        if (BOUND.containsKey(binary.operator())) {
            proposals.replace(Operator.OFF_BY_ONE, binary, binary.operatorSpan(), BOUND.get(binary.operator()));
        }
    }

    private static boolean isCondition(Tree tree, Expression expression) {
        Node around = tree.parent(expression);
        return around instanceof Statement.If branch && branch.condition() == expression && !CheckSeeder.isCheck(branch)
                || around instanceof Statement.While loop && loop.condition() == expression
                || around instanceof Expression.Conditional choice && choice.condition() == expression
                || around instanceof Expression.Binary binary && List.of(BinaryOperator.AND, BinaryOperator.OR).contains(binary.operator());
    }
}
