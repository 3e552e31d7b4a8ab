// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vireo.generator.flow.IrSketch;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What a caller knows once a method has returned to it. */
class SummariesTest {
    private final IrSketch ir = new IrSketch();
    private final Local p = ir.parameter("p", IrSketch.INT);
    private final Local n = ir.parameter("n", IrSketch.INT);
    private final Local ok = ir.variable("ok", IrSketch.BOOL);
    private final FieldDecl field = ir.mutableField("count", IrSketch.INT);
    private final Fact equal = Sketches.equal(Place.of(n), Place.of(Place.self(), field));

    private Expr isCount(Local local) {
        return ir.op(BinaryOp.EQ, ir.get(local), ir.field(field));
    }

    private MethodDecl callee(Type result, Stmt... body) {
        return ir.method("callee", result, List.of(p), List.of(body));
    }

    private Knowledge caller(MethodDecl callee, Stmt... body) {
        return Sketches.atEnd(ir, List.of(field), callee, ir.method("caller", new Type.Void(), List.of(n), List.of(body)));
    }

    private Stmt call(MethodDecl callee) {
        return Sketches.call(ir, callee, Optional.empty(), ir.get(n));
    }

    @Test
    void whatAMethodDoesOnAllItsWaysIsDoneBehindTheCall() {
        MethodDecl callee = callee(new Type.Void(), new Stmt.Fence(ir.span()));
        assertTrue(caller(callee, call(callee)).holds(Sketches.FENCED));
    }

    @Test
    void whatItRefusesOtherwiseHoldsOfTheArgument() {
        MethodDecl callee = callee(new Type.Void(), ir.either(isCount(p), List.of(), List.of(ir.fail())));
        assertTrue(caller(callee, call(callee)).holds(equal));
    }

    @Test
    void whatItFoundOfAParameterThatItThenChangedSaysNothingOfTheArgument() {
        MethodDecl callee = callee(new Type.Void(), ir.assign(p, ir.number(3)), ir.either(isCount(p), List.of(), List.of(ir.fail())));
        assertFalse(caller(callee, call(callee)).holds(equal));
    }

    @Test
    void itsBooleanResultSaysWhatItMeans() {
        MethodDecl callee = callee(IrSketch.BOOL, ir.give(isCount(p)));
        Stmt asked = Sketches.call(ir, callee, Optional.of(ok), ir.get(n));
        assertTrue(caller(callee, ir.declare(ok), asked, ir.either(ir.get(ok), List.of(), List.of(ir.fail()))).holds(equal));
        assertFalse(caller(callee, ir.declare(ok), asked, ir.either(ir.get(ok), List.of(ir.fail()), List.of())).holds(equal));
    }

    @Test
    void aCallEndsWhatWasKnownOfAFieldThatItStores() {
        MethodDecl callee = callee(new Type.Void(), ir.store(field, ir.get(p)));
        assertFalse(caller(callee, ir.either(isCount(n), List.of(), List.of(ir.fail())), call(callee)).holds(equal));
    }
}
