// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Rules;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;

/** Which conditions bound what the device chose: a comparison with something that the device did not choose. */
final class Bounds implements Rules {
    /** A value is how far a counter is from another one. */
    private static final String DISTANCE = "distance";

    private final DeviceValues.View values;

    Bounds(DeviceValues.View values) {
        this.values = values;
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        Optional<Expr> value = LoopRules.value(statement);
        if (value.isPresent() && isDistance(value.get(), before, values)) {
            Place local = Place.of(Statements.assigned(statement).orElseThrow());
            return Set.of(Fact.of(DISTANCE, local, values.place(((Expr.Binary) value.get()).left())));
        }
        return Set.of();
    }

    /** How far a counter is from one of the driver's own. */
    private static boolean isDistance(Expr e, Knowledge known, DeviceValues.View values) {
        return e instanceof Expr.Binary binary && binary.op() == Expr.BinaryOp.SUB && binary.overflow() != Expr.Overflow.EXACT
                && values.unchecked(binary.right(), known).isEmpty();
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        return learnt(condition, outcome, known, values);
    }

    private static Set<Fact> learnt(Expr condition, boolean outcome, Knowledge known, DeviceValues.View values) {
        Set<Fact> found = new HashSet<>();
        if (condition instanceof Expr.Binary test) {
            switch (test.op()) {
                case LT, LE, LT_U64, LE_U64 -> bound(outcome ? test.left() : test.right(), outcome ? test.right() : test.left(), known,
                        values, found);
                case GT, GE -> bound(outcome ? test.right() : test.left(), outcome ? test.left() : test.right(), known, values, found);
                case EQ, NE -> {
                    if ((test.op() == Expr.BinaryOp.EQ) == outcome) {
                        bound(test.left(), test.right(), known, values, found);
                        bound(test.right(), test.left(), known, values, found);
                    }
                }
                default -> { }
            }
        }
        return found;
    }

    /** {@code lesser <= limit}. */
    private static void bound(Expr lesser, Expr limit, Knowledge known, DeviceValues.View values, Set<Fact> found) {
        if (values.unchecked(limit, known).isEmpty() && !isBeyondReason(limit)) {
            values.bounded(lesser, place -> {
                found.add(Fact.of(DeviceValues.CHECKED, place));
                // A counter that is a bounded distance away is a bounded counter.
                known.facts().stream().filter(fact -> fact.kind().equals(DISTANCE) && fact.place(0).equals(place))
                        .forEach(fact -> found.add(Fact.of(DeviceValues.CHECKED, fact.place(1))));
            });
            if (isDistance(lesser, known, values)) {
                found.add(Fact.of(DeviceValues.CHECKED, values.place(((Expr.Binary) lesser).left())));
            }
        }
    }

    /** The largest number of a type, or something near it: no limit of the driver's own. */
    private static boolean isBeyondReason(Expr limit) {
        if (limit instanceof Expr.Convert convert) {
            return isBeyondReason(convert.operand());
        }
        if (limit instanceof Expr.Binary binary && (binary.op() == Expr.BinaryOp.SUB || binary.op() == Expr.BinaryOp.DIV)) {
            return isBeyondReason(binary.left());
        }
        BigInteger number = limit instanceof Expr.Const c ? c.value() : limit instanceof Expr.NamedConst n ? n.value() : BigInteger.ZERO;
        return number.bitLength() >= Integer.SIZE - 1;
    }

    /** What is known where a condition inside an expression turned out so. */
    static Knowledge after(Expr condition, boolean outcome, Knowledge known, DeviceValues.View values, Places places) {
        if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            return after(not.operand(), !outcome, known, values, places);
        }
        if (condition instanceof Expr.Binary both && (both.op() == Expr.BinaryOp.AND && outcome || both.op() == Expr.BinaryOp.OR && !outcome)) {
            return after(both.right(), outcome, after(both.left(), outcome, known, values, places), values, places);
        }
        return known.with(learnt(condition, outcome, known, values));
    }
}
