// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/**
 * What was read from several registers of a @Snapshot block, one after the other, is used only once it is known to belong together: a
 * counter of changes read again is what it was before, or two readings were equal.
 */
final class Vr206Snapshot implements Check {

    /** The registers that a call reads, where it is left to the caller to see whether they belong together. */
    private record Reading(Set<Span> reads, boolean torn) {
        static final Reading NONE = new Reading(Set.of(), false);
    }

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Set<String> blocks = new HashSet<>();
    private final Map<String, Reading> readings = new HashMap<>();

    Vr206Snapshot(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.BlockDecl block && block.snapshot()) {
                blocks.add(block.name());
            }
        }
    }

    @Override
    public String code() {
        return "VR206";
    }

    void run(Findings findings) {
        if (blocks.isEmpty()) {
            return;
        }
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent()) {
                Set<Span> reads = new LinkedHashSet<>();
                boolean[] torn = {false};
                Statements.walk(method.body().get(), statement -> {
                    Reading here = reading(statement);
                    reads.addAll(here.reads());
                    torn[0] |= here.torn();
                });
                if (!reads.isEmpty()) {
                    method(method, new Reading(reads, torn[0] || reads.size() > 1), findings);
                }
            }
        }
    }

    /** What the statement reads of a block that changes as a whole. A register of two halves is torn by itself. */
    private Reading reading(Stmt statement) {
        if (statement instanceof Stmt.ReadRegister read && read.register() instanceof Expr.RegisterRef ref
                && blocks.contains(ref.register().owner())) {
            return new Reading(Set.of(statement.span()), ref.register().split());
        }
        Optional<String> key = CallGraph.target(statement);
        if (key.isEmpty()) {
            return Reading.NONE;
        }
        Set<Span> reads = new LinkedHashSet<>();
        boolean torn = false;
        for (MethodDecl target : calls.targets(key.get())) {
            Reading there = readings.getOrDefault(target.key(), Reading.NONE);
            if (!there.reads().isEmpty()) {
                reads.add(statement.span());
                torn |= there.torn();
            }
        }
        return new Reading(reads, torn);
    }

    private void method(MethodDecl method, Reading reading, Findings findings) {
        Places places = new Places(method);
        Set<Local> values = values(method.body().orElseThrow());
        Settling rules = new Settling(places, values, statement -> !reading(statement).reads().isEmpty());
        Solution<Knowledge> solution = MustFlow.solve(Cfg.of(method, program), places, rules, new Summaries(calls), writes, Set.of());
        boolean returnsUnsettled = false;
        for (Node node : solution.cfg().reversePostOrder()) {
            Optional<Knowledge> known = solution.before(node);
            if (node.kind() != Node.Kind.STATEMENT || known.isEmpty() || known.get().holds(Settling.SETTLED)) {
                continue;
            }
            Stmt statement = node.statement().orElseThrow();
            if (statement instanceof Stmt.Return back && method.isPrivate()) {
                returnsUnsettled |= back.value().filter(value -> mentions(value, values)).isPresent();
            } else if (reading.torn() && used(statement).stream().anyMatch(value -> mentions(value, values))) {
                findings.report(refusal(statement.span(), reading));
            }
        }
        if (returnsUnsettled) {
            readings.put(method.key(), reading);
        }
        if (reading.torn()) {
            findings.proved("snapshots", method);
        }
    }

    /** The locals that hold what was read, or something worked out from it. */
    private Set<Local> values(List<Stmt> body) {
        Set<Local> values = new HashSet<>();
        boolean[] grew = {true};
        while (grew[0]) {
            grew[0] = false;
            Statements.walk(body, statement -> Statements.assigned(statement).ifPresent(local -> {
                boolean read = !reading(statement).reads().isEmpty();
                if (read || LoopRules.value(statement).filter(value -> mentions(value, values)).isPresent()) {
                    grew[0] |= values.add(local);
                }
            }));
        }
        return values;
    }

    private static boolean mentions(Expr e, Set<Local> values) {
        return e instanceof Expr.Get get && values.contains(get.local())
                || Expressions.operands(e).stream().anyMatch(operand -> mentions(operand, values));
    }

    /** What leaves the statement's method: results, what is kept, and what others are told. */
    private static List<Expr> used(Stmt statement) {
        boolean leaves = statement instanceof Stmt.Return || statement instanceof Stmt.SetField || statement instanceof Stmt.SetElement
                || statement instanceof Stmt.Call || statement instanceof Stmt.New || statement instanceof Stmt.Embed
                || statement instanceof Stmt.WriteCell || statement instanceof Stmt.WriteRegister;
        return leaves ? Statements.expressions(statement) : List.of();
    }

    private Diagnostic refusal(Span use, Reading reading) {
        Diagnostic diagnostic = Diagnostic.of(code(), use,
                "Values of several registers are used that are not known to belong together.",
                "The device may change all of them between two reads: the driver then has half of the old ones and half of the new.",
                "Read the device's counter of changes before and after, and read all again, a limited number of times, unless both are equal.");
        for (Span read : reading.reads()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(read, "read here"));
        }
        return diagnostic;
    }
}
