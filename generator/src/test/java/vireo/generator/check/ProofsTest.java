// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.flow.IrSketch;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.table.SpecTables;

/** What the value analysis proves, and what it must not, on programs that are built by hand. */
class ProofsTest {
    private final IrSketch ir = new IrSketch();
    private final List<FieldDecl> fields = new ArrayList<>();

    private List<String> codes(List<Local> parameters, List<Stmt> body) {
        Diagnostics diagnostics = new Diagnostics();
        Checks.prove(ir.program(fields, ir.method("run", new Type.Void(), parameters, body)), SpecTables.NONE, diagnostics);
        List<String> found = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            found.add(diagnostic.code() + ": " + diagnostic.what() + " " + diagnostic.facts());
        }
        return found;
    }

    private void accepted(List<Local> parameters, Stmt... body) {
        assertEquals(List.of(), codes(parameters, List.of(body)));
    }

    private void accepted(List<Local> parameters, List<Stmt> body) {
        assertEquals(List.of(), codes(parameters, body));
    }

    private void refused(String code, List<Local> parameters, Stmt... body) {
        List<String> found = codes(parameters, List.of(body));
        assertEquals(1, found.size(), "findings: " + found);
        assertEquals(code, found.get(0).substring(0, 5), found.get(0));
    }

    private final Local n = ir.parameter("n", IrSketch.U16);
    private final Local m = ir.parameter("m", IrSketch.U16);
    private final Local i = ir.variable("i", IrSketch.INT);

    private Stmt use(Expr array, Expr index) {
        return new Stmt.SetElement(array, index, ir.number(0), ir.span());
    }

    private Expr arrayOfN(Local length) {
        return ir.get(ir.parameter("array", IrSketch.arrayOf(IrSketch.INT, ir.get(length))));
    }

    @Test
    void aLoopThatCountsToTheLengthStaysInBounds() {
        accepted(List.of(n), ir.count(i, ir.get(n), use(arrayOfN(n), ir.get(i))));
    }

    @Test
    void aLoopThatCountsOneTooFarDoesNot() {
        List<Stmt> body = new ArrayList<>();
        body.add(ir.declare(i, ir.number(0)));
        body.add(ir.loop(ir.op(BinaryOp.LE, ir.get(i), ir.get(n)), List.of(use(arrayOfN(n), ir.get(i))),
                List.of(ir.assign(i, ir.op(BinaryOp.ADD, ir.get(i), ir.number(1))))));
        refused("VR303", List.of(n), body.toArray(new Stmt[0]));
    }

    @Test
    void afterACountingLoopTheCounterEqualsTheLimit() {
        List<Stmt> body = new ArrayList<>(ir.count(i, ir.get(n)));
        body.add(ir.when(ir.op(BinaryOp.NE, ir.get(i), ir.get(n)), use(ir.get(ir.parameter("a", IrSketch.array(IrSketch.INT, 1))), ir.number(7))));
        accepted(List.of(n), body);
    }

    @Test
    void aLoopThatCountsDownStaysInBounds() {
        List<Stmt> body = new ArrayList<>();
        body.add(ir.declare(i, ir.op(BinaryOp.SUB, ir.get(n), ir.number(1))));
        body.add(ir.loop(ir.op(BinaryOp.GE, ir.get(i), ir.number(0)), List.of(use(arrayOfN(n), ir.get(i))),
                List.of(ir.assign(i, ir.op(BinaryOp.SUB, ir.get(i), ir.number(1))))));
        accepted(List.of(n), body);
    }

    @Test
    void aDominatingCheckBoundsAnIndex() {
        accepted(List.of(n, m),
                ir.when(ir.op(BinaryOp.GE, ir.get(m), ir.get(n)), ir.fail()),
                use(arrayOfN(n), ir.get(m)));
    }

    @Test
    void aCheckOnOnePathOnlyDoesNot() {
        refused("VR303", List.of(n, m),
                ir.when(ir.op(BinaryOp.GT, ir.get(n), ir.number(4)), ir.when(ir.op(BinaryOp.GE, ir.get(m), ir.get(n)), ir.fail())),
                use(arrayOfN(n), ir.get(m)));
    }

    @Test
    void theRightSideOfAConjunctionKnowsTheLeft() {
        Expr inBounds = ir.op(BinaryOp.LT, ir.get(m), ir.get(n));
        Expr isSet = ir.op(BinaryOp.NE, ir.element(arrayOfN(n), ir.get(m)), ir.number(0));
        accepted(List.of(n, m), ir.when(ir.op(BinaryOp.AND, inBounds, isSet)));
        refused("VR303", List.of(n, m), ir.when(ir.op(BinaryOp.AND, isSet, inBounds)));
    }

    @Test
    void aMaskBoundsByTheMaskEvenWhereItIsAVariable() {
        Local x = ir.parameter("x", IrSketch.U16);
        Local size = ir.parameter("size", Type.Int.of(Type.Java.INT, Interval.of(1, 32768)));
        Expr masked = ir.op(BinaryOp.BIT_AND, ir.get(x), ir.op(BinaryOp.SUB, ir.get(size), ir.number(1)));
        accepted(List.of(x, size), use(arrayOfN(size), masked));
    }

    @Test
    void aRemainderIsBelowItsDivisor() {
        Local size = ir.parameter("size", Type.Int.of(Type.Java.INT, Interval.of(1, 32768)));
        accepted(List.of(n, size), use(arrayOfN(size), ir.op(BinaryOp.REM, ir.get(n), ir.get(size))));
    }

    @Test
    void theSmallerOfTwoIsBoundedByEach() {
        Local chunk = ir.variable("chunk", IrSketch.INT);
        Expr least = ir.choose(ir.op(BinaryOp.LT, ir.get(n), ir.get(m)), ir.get(n), ir.get(m));
        accepted(List.of(n, m),
                ir.declare(chunk, least),
                ir.when(ir.op(BinaryOp.EQ, ir.get(m), ir.number(0)), ir.fail()),
                ir.when(ir.op(BinaryOp.GE, ir.get(chunk), ir.number(1)), use(arrayOfN(n), ir.op(BinaryOp.SUB, ir.get(chunk), ir.number(1)))));
    }

    @Test
    void aSliceThatWasComparedWithWhatIsLeftFits() {
        Local offset = ir.parameter("offset", IrSketch.U16);
        Local length = ir.parameter("length", IrSketch.U16);
        Expr bytes = ir.get(ir.parameter("bytes", new Type.DmaBytes(Optional.of(ir.get(n)))));
        Stmt zero = new Stmt.CopyBytes(Stmt.Direction.ZERO, bytes, ir.get(offset), Optional.empty(), Optional.empty(), ir.get(length),
                ir.span());
        accepted(List.of(n, offset, length),
                ir.when(ir.op(BinaryOp.GT, ir.get(offset), ir.get(n)), ir.fail()),
                ir.when(ir.op(BinaryOp.GT, ir.get(length), ir.op(BinaryOp.SUB, ir.get(n), ir.get(offset))), ir.fail()),
                zero);
        refused("VR303", List.of(n, offset, length),
                ir.when(ir.op(BinaryOp.GT, ir.get(offset), ir.get(n)), ir.fail()),
                ir.when(ir.op(BinaryOp.GT, ir.get(length), ir.get(n)), ir.fail()),
                zero);
    }

    @Test
    void chunksOfABufferFit() {
        Local offset = ir.variable("offset", IrSketch.INT);
        Local chunk = ir.variable("chunk", IrSketch.INT);
        Local total = ir.parameter("total", Type.Int.of(Type.Java.INT, Interval.of(0, 1 << 20)));
        Expr bytes = ir.get(ir.parameter("bytes", new Type.DmaBytes(Optional.of(ir.get(total)))));
        Expr left = ir.op(BinaryOp.SUB, ir.get(total), ir.get(offset));
        Stmt zero = new Stmt.CopyBytes(Stmt.Direction.ZERO, bytes, ir.get(offset), Optional.empty(), Optional.empty(), ir.get(chunk),
                ir.span());
        accepted(List.of(total),
                ir.declare(offset, ir.number(0)),
                ir.loop(ir.op(BinaryOp.LT, ir.get(offset), ir.get(total)),
                        List.of(ir.declare(chunk, ir.choose(ir.op(BinaryOp.LT, left, ir.number(512)), left, ir.number(512))),
                                zero,
                                ir.assign(offset, ir.op(BinaryOp.ADD, ir.get(offset), ir.get(chunk)))),
                        List.of()));
    }

    @Test
    void aSumOfTwoIntsMayOverflow() {
        Local a = ir.parameter("a", IrSketch.INT);
        Local b = ir.parameter("b", IrSketch.INT);
        refused("VR301", List.of(a, b), ir.declare(i, ir.op(BinaryOp.ADD, ir.get(a), ir.get(b))));
    }

    @Test
    void aCounterInAFieldIsKnownUntilItMayChange() {
        FieldDecl free = ir.mutableField("free", IrSketch.U16);
        fields.add(free);
        Stmt enough = ir.when(ir.op(BinaryOp.LT, ir.field(free), ir.get(n)), ir.fail());
        Stmt take = ir.store(free, ir.op(BinaryOp.SUB, ir.field(free), ir.get(n)));
        accepted(List.of(n), enough, take);
        refused("VR302", List.of(n), enough, take, ir.store(free, ir.op(BinaryOp.SUB, ir.field(free), ir.get(n))));
    }

    @Test
    void anIndexDeclaredBelowAFinalFieldStaysBelowIt() {
        FieldDecl size = ir.finalField("size", IrSketch.U16);
        FieldDecl next = ir.finalField("next", IrSketch.arrayOf(IrSketch.below(IrSketch.U16, ir.field(size)), ir.field(size)));
        fields.addAll(Arrays.asList(size, next));
        Local head = ir.parameter("head", IrSketch.below(IrSketch.U16, ir.field(size)));
        Local second = ir.variable("second", IrSketch.INT);
        accepted(List.of(head),
                ir.declare(second, ir.element(ir.field(next), ir.get(head))),
                ir.when(ir.op(BinaryOp.EQ, ir.element(ir.field(next), ir.get(second)), ir.number(0))));
        Local stray = ir.parameter("stray", IrSketch.U16);
        refused("VR302", List.of(head, stray), new Stmt.SetElement(ir.field(next), ir.get(head), ir.get(stray), ir.span()));
    }

    @Test
    void aBoundedProductFits() {
        Local sectors = ir.parameter("sectors", Type.Int.of(Type.Java.INT, Interval.of(0, 4096)));
        accepted(List.of(sectors), ir.declare(ir.variable("bytes", IrSketch.INT), ir.op(BinaryOp.MUL, ir.get(sectors), ir.number(512))));
        refused("VR301", List.of(n), ir.declare(ir.variable("product", IrSketch.INT),
                ir.op(BinaryOp.MUL, ir.get(n), ir.op(BinaryOp.MUL, ir.get(n), ir.number(2)))));
    }

    @Test
    void aDivisorIsTestedBefore() {
        refused("VR304", List.of(n, m), ir.declare(i, ir.op(BinaryOp.DIV, ir.get(n), ir.get(m))));
        accepted(List.of(n, m), ir.when(ir.op(BinaryOp.EQ, ir.get(m), ir.number(0)), ir.fail()),
                ir.declare(i, ir.op(BinaryOp.DIV, ir.get(n), ir.get(m))));
    }

    @Test
    void aFlagRemembersTheConditionThatItWasAssignedFrom() {
        Local inBounds = ir.variable("inBounds", IrSketch.BOOL);
        accepted(List.of(n, m),
                ir.declare(inBounds, ir.op(BinaryOp.LT, ir.get(m), ir.get(n))),
                ir.when(ir.not(ir.get(inBounds)), ir.fail()),
                use(arrayOfN(n), ir.get(m)));
    }

    @Test
    void aFlagThatOnlyOnePathSetsImpliesWhatHeldThere() {
        Local flag = ir.variable("flag", IrSketch.BOOL);
        Expr no = new Expr.BoolConst(false, IrSketch.BOOL, ir.span());
        accepted(List.of(n, m),
                ir.declare(flag),
                ir.either(ir.op(BinaryOp.LT, ir.get(m), ir.get(n)),
                        List.of(ir.assign(flag, ir.op(BinaryOp.GT, ir.get(n), ir.number(3)))),
                        List.of(ir.assign(flag, no))),
                ir.when(ir.get(flag), use(arrayOfN(n), ir.get(m))));
    }

    @Test
    void anAlignedLengthIsAtLeastTheLength() {
        Local size = ir.parameter("size", Type.Int.of(Type.Java.INT, Interval.of(0, 1 << 20)));
        Local rounded = ir.variable("rounded", IrSketch.INT);
        accepted(List.of(size),
                ir.declare(rounded, ir.op(BinaryOp.BIT_AND, ir.op(BinaryOp.ADD, ir.get(size), ir.number(15)), ir.number(-16))),
                ir.declare(ir.variable("slack", Type.Int.of(Type.Java.INT, Interval.of(0, 15))),
                        ir.op(BinaryOp.SUB, ir.get(rounded), ir.get(size))));
    }
}
