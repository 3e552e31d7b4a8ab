// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.IrSketch;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** What the tests of this package share: a fence makes a fact, and an equality that holds makes another one. */
final class Sketches implements Rules {
    static final Fact FENCED = Fact.of("fenced");

    private final Places places;

    Sketches(Places places) {
        this.places = places;
    }

    /** Two places are equal. */
    static Fact equal(Place first, Place second) {
        return Fact.of("equal", first, second);
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        return statement instanceof Stmt.Fence ? Set.of(FENCED) : Set.of();
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        return outcome && condition instanceof Expr.Binary test && test.op() == Expr.BinaryOp.EQ
                ? Set.of(equal(places.of(test.left()), places.of(test.right()))) : Set.of();
    }

    /** What holds where the last of the methods returns; the others are summed up for it first, in their order. */
    static Knowledge atEnd(IrSketch ir, List<FieldDecl> fields, MethodDecl... methods) {
        Program program = ir.program(fields, methods);
        CallGraph calls = new CallGraph(program);
        FieldWrites writes = new FieldWrites(calls);
        Summaries summaries = new Summaries(calls);
        Knowledge end = Knowledge.NOTHING;
        for (MethodDecl method : methods) {
            Places places = new Places(method);
            Cfg cfg = Cfg.of(method, program);
            Solution<Knowledge> solution = MustFlow.solve(cfg, places, new Sketches(places), summaries, writes, Set.of());
            summaries.add(method, solution, places);
            end = solution.before(cfg.exit()).orElseThrow();
        }
        return end;
    }

    /** A call of a method of the same object. */
    static Stmt call(IrSketch ir, MethodDecl callee, Optional<Local> result, Expr... arguments) {
        return new Stmt.Call(result, callee.key(), Optional.of(new Expr.This(new vireo.generator.ir.Type.Object(callee.owner(), false), ir.span())),
                List.of(arguments), callee.result(), false, ir.span());
    }
}
