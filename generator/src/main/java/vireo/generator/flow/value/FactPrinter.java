// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** Writes down what was known where a proof failed. */
final class FactPrinter {
    private static final int MOST_LINES = 12;

    private final Reasoning reasoning;
    private final State state;

    FactPrinter(Reasoning reasoning, State state) {
        this.reasoning = reasoning;
        this.state = state;
    }

    List<String> about(List<Expr> expressions) {
        Set<Atom> atoms = new LinkedHashSet<>();
        Set<String> lines = new LinkedHashSet<>();
        for (Expr e : expressions) {
            if (e.type() instanceof Type.Int && !(e instanceof Expr.Const) && !(e instanceof Expr.NamedConst)) {
                reasoning.terms().linear(e).flatMap(Linear::atom).ifPresent(atom -> collect(atom, atoms));
                operands(e, atoms);
            }
        }
        for (Atom atom : atoms) {
            if (atom.type() instanceof Type.Int) {
                lines.add(range(atom));
            }
        }
        Set<String> relations = new TreeSet<>();
        for (Atom atom : atoms) {
            for (Terms.UpperBound bound : reasoning.terms().declaredBounds(atom)) {
                relations.add(relation(atom, bound.limit()));
            }
            for (State.Difference one : state.differences(atom)) {
                relations.add(relation(atom, Linear.of(one.to()).plus(one.distance())));
            }
        }
        lines.addAll(relations);
        return new ArrayList<>(lines).subList(0, Math.min(MOST_LINES, lines.size()));
    }

    private void operands(Expr e, Set<Atom> atoms) {
        if (e instanceof Expr.Binary binary) {
            operands(binary.left(), atoms);
            operands(binary.right(), atoms);
        } else if (e instanceof Expr.Unary unary) {
            operands(unary.operand(), atoms);
        } else if (e instanceof Expr.Convert convert) {
            operands(convert.operand(), atoms);
        } else if (e instanceof Expr.Conditional choice) {
            operands(choice.yes(), atoms);
            operands(choice.no(), atoms);
        } else {
            reasoning.terms().linear(e).flatMap(Linear::atom).ifPresent(atom -> collect(atom, atoms));
        }
    }

    private static void collect(Atom atom, Set<Atom> atoms) {
        if (atoms.add(atom)) {
            for (Linear operand : atom.operands()) {
                operand.atom().ifPresent(inner -> collect(inner, atoms));
            }
        }
    }

    private String range(Atom atom) {
        Value value = reasoning.evaluator().value(state, atom);
        return value.isConstant() ? atom + " == " + value.min() : value.min() + " <= " + atom + " <= " + value.max();
    }

    /** {@code x <= y - 1} reads better as {@code x < y}. */
    private static String relation(Atom atom, Linear limit) {
        boolean strict = limit.offset().equals(java.math.BigInteger.ONE.negate());
        return atom + (strict ? " < " : " <= ") + (strict ? limit.plus(1) : limit);
    }
}
