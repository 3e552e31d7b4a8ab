// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Who tells a device bits of its status leaves those that were told before: what is written is what is there, and more. */
final class Vr701Status implements ProtocolCheck {
    @Override
    public String code() {
        return "VR701";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        Set<String> telling = new HashSet<>();
        for (MethodDecl method : milestones.calls().methods()) {
            if (milestones.meanings().of(method).tells() && method.body().isPresent()) {
                reach(method, milestones.calls(), telling);
                boolean[] writes = {false};
                telling(method, milestones, new HashSet<>(), writes);
                if (!writes[0]) {
                    findings.report(Diagnostic.of(code(), method.span(), Flows.name(method) + " tells the device nothing.",
                            "The stages count on bits that the device never sees.",
                            "Write the register that the method marked @DeviceSays reads, or call what does."));
                }
            }
        }
        for (MethodDecl method : milestones.calls().methods()) {
            if (method.body().isPresent() && telling.contains(method.key())) {
                check(method, milestones, findings);
            }
        }
    }

    private static void reach(MethodDecl method, CallGraph calls, Set<String> found) {
        if (found.add(method.key())) {
            calls.callsOf(method).forEach(site -> reach(site.callee(), calls, found));
        }
    }

    /** Whether the status is written, by the method or by what it calls. */
    private static void telling(MethodDecl method, Milestones milestones, Set<String> seen, boolean[] writes) {
        if (!seen.add(method.key()) || method.body().isEmpty()) {
            return;
        }
        Statements.walk(method.body().get(), s -> writes[0] |= isStatus(s, milestones) || milestones.meanings().of(s).tells());
        milestones.calls().callsOf(method).forEach(site -> telling(site.callee(), milestones, seen, writes));
    }

    private static boolean isStatus(Stmt s, Milestones milestones) {
        return s instanceof Stmt.WriteRegister write && write.register() instanceof Expr.RegisterRef ref
                && milestones.meanings().isStatus(ref.register());
    }

    private void check(MethodDecl method, Milestones milestones, Findings findings) {
        Solution<Knowledge> solution = milestones.solve(method, Set.of());
        for (Node node : milestones.graph(method).reversePostOrder()) {
            Optional<Knowledge> known = solution.before(node);
            Optional<Stmt> statement = node.statement().filter(s -> node.kind() == Node.Kind.STATEMENT && isStatus(s, milestones));
            if (known.isEmpty() || statement.isEmpty()) {
                continue;
            }
            Stmt.WriteRegister write = (Stmt.WriteRegister) statement.get();
            Place block = milestones.meanings().places(method).of(((Expr.RegisterRef) write.register()).block());
            if (keeps(write.value(), method, current(block, known.get(), milestones), milestones)) {
                findings.proved("stages", write);
            } else {
                findings.report(Diagnostic.of(code(), write.span(), "The device's status is written anew: bits that were told before may go.",
                        "No bit of the status may be taken back but by a reset: the device sees a driver that goes backwards.",
                        "Write 'status | bits', where 'status' was read from the device since the last write to it."));
            }
        }
    }

    /** The values that are the status as it is now. */
    private static Set<Place> current(Place block, Knowledge known, Milestones milestones) {
        return known.facts().stream().filter(f -> milestones.isStatusNow(f) && (f.place(1).equals(block) || block.has(f.place(1)::equals)))
                .map(Fact::about).map(about -> about.get(0)).collect(Collectors.toSet());
    }

    private static boolean keeps(Expr value, MethodDecl method, Set<Place> current, Milestones milestones) {
        Expr seen = milestones.meanings().seen(method, value);
        if (seen instanceof Expr.Binary or && or.op() == Expr.BinaryOp.BIT_OR) {
            return keeps(or.left(), method, current, milestones) || keeps(or.right(), method, current, milestones);
        }
        return seen instanceof Expr.Get get && current.contains(Place.of(get.local()));
    }
}
