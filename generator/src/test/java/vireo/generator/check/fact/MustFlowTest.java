// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vireo.generator.flow.IrSketch;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Which facts hold on every path to the end of a method. */
class MustFlowTest {
    private final IrSketch ir = new IrSketch();
    private final Local n = ir.parameter("n", IrSketch.U16);
    private final Local x = ir.variable("x", IrSketch.INT);
    private final Local y = ir.variable("y", IrSketch.INT);
    private final Local seen = ir.variable("seen", IrSketch.BOOL);
    private final FieldDecl field = ir.mutableField("count", IrSketch.INT);

    private Knowledge end(Stmt... body) {
        return Sketches.atEnd(ir, List.of(field), ir.method("run", new Type.Void(), List.of(n), List.of(body)));
    }

    private Stmt fence() {
        return new Stmt.Fence(ir.span());
    }

    private Expr positive() {
        return ir.op(BinaryOp.GT, ir.get(n), ir.number(0));
    }

    private Expr same(Local first, Local second) {
        return ir.op(BinaryOp.EQ, ir.get(first), ir.get(second));
    }

    @Test
    void whatBothWaysMakeHoldsBehindThem() {
        assertTrue(end(ir.either(positive(), List.of(fence()), List.of(fence()))).holds(Sketches.FENCED));
    }

    @Test
    void whatOneWayMakesDoesNot() {
        assertFalse(end(ir.when(positive(), fence())).holds(Sketches.FENCED));
    }

    @Test
    void aWayThatFailsTakesNothingAway() {
        assertTrue(end(ir.either(positive(), List.of(ir.fail()), List.of(fence()))).holds(Sketches.FENCED));
    }

    @Test
    void whatTheRoundsOfALoopMakeIsNotThereWhereItNeverRuns() {
        assertFalse(end(ir.count(x, ir.get(n), fence()).toArray(new Stmt[0])).holds(Sketches.FENCED));
    }

    @Test
    void aConditionIsKnownBehindTheTestThatLeavesNoOtherWay() {
        Knowledge end = end(ir.declare(x, ir.number(7)), ir.either(same(x, n), List.of(), List.of(ir.fail())));
        assertTrue(end.holds(Sketches.equal(Place.of(x), Place.of(n))));
    }

    @Test
    void anAssignmentEndsWhatWasSaidOfTheVariable() {
        Knowledge end = end(ir.declare(x, ir.number(7)), ir.either(same(x, n), List.of(), List.of(ir.fail())), ir.assign(x, ir.number(8)));
        assertFalse(end.holds(Sketches.equal(Place.of(x), Place.of(n))));
    }

    @Test
    void aStoreEndsWhatWasSaidOfTheField() {
        Expr test = ir.op(BinaryOp.EQ, ir.field(field), ir.get(n));
        Fact equal = Sketches.equal(Place.of(Place.self(), field), Place.of(n));
        assertTrue(end(ir.either(test, List.of(), List.of(ir.fail()))).holds(equal));
        assertFalse(end(ir.either(test, List.of(), List.of(ir.fail())), ir.store(field, ir.number(1))).holds(equal));
    }

    @Test
    void whatIsKnownOfAValueIsKnownOfItsCopy() {
        Knowledge end = end(ir.declare(x, ir.number(7)), ir.assign(x, ir.number(8)), ir.either(same(x, n), List.of(), List.of(ir.fail())),
                ir.declare(y, ir.get(x)), ir.assign(x, ir.number(9)));
        assertTrue(end.holds(Sketches.equal(Place.of(y), Place.of(n))));
    }

    @Test
    void aBooleanSaysLaterWhatItsConditionSaid() {
        Knowledge end = end(ir.declare(x, ir.number(7)), ir.declare(seen, same(x, n)), fence(),
                ir.either(ir.get(seen), List.of(), List.of(ir.fail())));
        assertTrue(end.holds(Sketches.equal(Place.of(x), Place.of(n))));
    }

    @Test
    void aBooleanSaysNothingOfAVariableThatChangedSince() {
        Knowledge end = end(ir.declare(x, ir.number(7)), ir.declare(seen, same(x, n)), ir.assign(x, ir.number(8)),
                ir.either(ir.get(seen), List.of(), List.of(ir.fail())));
        assertFalse(end.holds(Sketches.equal(Place.of(x), Place.of(n))));
    }

    @Test
    void ofTwoConditionsThatHoldTogetherEachHolds() {
        Expr both = ir.op(BinaryOp.AND, same(x, n), positive());
        assertTrue(end(ir.declare(x, ir.number(7)), ir.either(both, List.of(), List.of(ir.fail())))
                .holds(Sketches.equal(Place.of(x), Place.of(n))));
    }

    @Test
    void ofTwoConditionsOfWhichOneHoldsNeitherIsKnown() {
        Expr either = ir.op(BinaryOp.OR, same(x, n), positive());
        assertFalse(end(ir.declare(x, ir.number(7)), ir.either(either, List.of(), List.of(ir.fail())))
                .holds(Sketches.equal(Place.of(x), Place.of(n))));
    }
}
