// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Node;
import vireo.generator.syntax.ast.Statement;

/** The wrong order, of neighbouring statements and of neighbouring arguments. */
final class OrderSeeder implements Seeder {
    private static final Set<String> DEVICE = Set.of("publish", "observe", "full", "read", "write", "get", "set", "raw", "setRaw", "acknowledge",
            "kick", "reset", "addStatus", "acceptFeatures", "status", "offer", "offerBuffer", "offerTransfer", "offerCommand", "takeUsed", "start");

    private static final Pattern DEVICE_PREFIX = Pattern.compile("(notify|enable|disable|assign|read|write|describe|enqueue)[A-Z0-9]\\w*");

    private static final Pattern COMMUTES = Pattern.compile("wrapping(Add|Mul)|checked(Add|Mul)|max|min");

    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Statement.Block.class).forEach(block -> {
            List<Statement> statements = block.statements().stream().filter(s -> !(s instanceof Statement.Remark)).toList();
            for (int i = 1; i < statements.size(); i++) {
                pair(statements.get(i - 1), statements.get(i), proposals);
            }
        });
        tree.all(Expression.Call.class).forEach(call -> arguments(call, call.name(), call.arguments(), vocabulary, proposals));
        tree.all(Expression.New.class).forEach(made -> arguments(made, made.type().name(), made.arguments(), vocabulary, proposals));
    }

    private static void pair(Statement first, Statement second, Proposals proposals) {
        if (!isSimple(first) || !isSimple(second) || areIndependent(first, second)) {
            return;
        }
        String between = first.span().file().text().substring(first.span().end(), second.span().start());
        Span both = first.span().to(second.span());
        boolean device = speaksToDevice(first) || speaksToDevice(second);
        proposals.replace(device ? Operator.WRONG_ORDER : Operator.SWAPPED_STATEMENTS, first, both,
                second.span().text() + between + first.span().text());
    }

    private static boolean isSimple(Statement statement) {
        return statement instanceof Statement.Evaluate || statement instanceof Statement.LocalVariable;
    }

    private static boolean speaksToDevice(Node node) {
        return Tree.calls(node).stream().anyMatch(c -> DEVICE.contains(c.name()) || DEVICE_PREFIX.matcher(c.name()).matches());
    }

    /** Two assignments of plain values to different variables are the same in either order: no error. */
    private static boolean areIndependent(Statement first, Statement second) {
        String one = assigned(first);
        String other = assigned(second);
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other)
                && Tree.calls(first).isEmpty() && Tree.calls(second).isEmpty()
                && !mentions(second, one) && !mentions(first, other);
    }

    /** The simple variable that a statement assigns or declares; empty where it does more. */
    private static String assigned(Statement statement) {
        if (statement instanceof Statement.Evaluate evaluate && evaluate.expression() instanceof Expression.Assign assign) {
            if (assign.target() instanceof Expression.Name name) {
                return name.identifier();
            }
            if (assign.target() instanceof Expression.FieldAccess field && field.target() instanceof Expression.This) {
                return field.name();
            }
        }
        if (statement instanceof Statement.LocalVariable local && local.declarators().size() == 1) {
            return local.declarators().get(0).name();
        }
        return "";
    }

    private static boolean mentions(Statement statement, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b|\\bnew\\b|\\+\\+|--").matcher(statement.span().text()).find();
    }

    private static void arguments(Node node, String name, List<Expression> arguments, Vocabulary vocabulary, Proposals proposals) {
        List<String> types = vocabulary.parameterTypes(name);
        boolean known = types.size() == arguments.size();
        if (COMMUTES.matcher(name).matches() || !known && !name.startsWith("wrapping") && !name.startsWith("fromHalves")) {
            return;
        }
        for (int i = 1; i < arguments.size(); i++) {
            Span first = arguments.get(i - 1).span();
            Span second = arguments.get(i).span();
            if (!first.text().equals(second.text()) && (!known || types.get(i - 1).equals(types.get(i)))) {
                String between = first.file().text().substring(first.end(), second.start());
                proposals.replace(Operator.WRONG_ORDER, node, first.to(second), second.text() + between + first.text());
            }
        }
    }
}
