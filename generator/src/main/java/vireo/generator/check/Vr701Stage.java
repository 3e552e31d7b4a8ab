// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.check.milestone.MilestoneRules;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stage;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** A record that stands for a stage is made by who has led the device there, and given up only with a word to the device. */
final class Vr701Stage implements ProtocolCheck {
    private static final String WHY =
            "A device that was not led through the stages in their order ignores the driver, or works by rules that were not agreed on.";

    @Override
    public String code() {
        return "VR701";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        Program program = milestones.calls().program();
        for (MethodDecl method : milestones.calls().methods()) {
            if (method.body().isPresent()) {
                Solution<Set<String>> solution = milestones.solve(method, Set.of());
                for (Node node : milestones.graph(method).reversePostOrder()) {
                    solution.before(node).ifPresent(known -> node.statement().filter(s -> node.kind() == Node.Kind.STATEMENT)
                            .ifPresent(s -> Statements.expressions(s).forEach(e -> made(e, method, known, program, findings))));
                }
                abandoned(method, solution, milestones, findings);
            }
        }
    }

    private static Optional<Stage> stage(Program program, String name) {
        return program.type(name).filter(TypeDecl.RecordDecl.class::isInstance).flatMap(t -> ((TypeDecl.RecordDecl) t).stage());
    }

    private void made(Expr e, MethodDecl method, Set<String> known, Program program, Findings findings) {
        if (e instanceof Expr.NewValue made) {
            stage(program, made.record()).ifPresent(stage -> earned(made, stage, method, known, findings));
        }
        Expressions.operands(e).forEach(inner -> made(inner, method, known, program, findings));
    }

    private void earned(Expr.NewValue made, Stage stage, MethodDecl method, Set<String> known, Findings findings) {
        String name = "'" + made.record().substring(made.record().lastIndexOf('.') + 1) + "'";
        boolean own = method.owner().equals(made.record());
        boolean next = stage.from().equals(Optional.of(method.owner())) && method.movesReceiver();
        if (!own && !next) {
            findings.report(Diagnostic.of(code(), made.span(), name + " is made by a method that does not lead the device there.", WHY,
                    "Call the method that earns it: one of the record itself, or one of the stage before that is marked @Moves."));
            return;
        }
        if (stage.from().isEmpty() && !known.contains(MilestoneRules.QUIET)) {
            findings.report(Diagnostic.of(code(), made.span(), name + " is made on a path on which the device was not reset.", WHY,
                    "Call a method that is marked @Quiesces before, on every path."));
            return;
        }
        Optional<String> untold = MilestoneRules.told(stage.tells()).stream().filter(t -> !known.contains(t)).sorted().findFirst();
        Optional<String> open = MilestoneRules.accepted(stage.confirms()).stream().filter(t -> !known.contains(t)).sorted().findFirst();
        if (untold.isPresent()) {
            findings.report(Diagnostic.of(code(), made.span(), name + " is made on a path that has not told the device: bit "
                    + bit(untold.get()) + " of its status.", WHY, "Tell the device before, on every path."));
        } else if (open.isPresent()) {
            findings.report(Diagnostic.of(code(), made.span(), name + " is made on a path that has not seen the device accept bit "
                    + bit(open.get()) + " of its status.", WHY,
                    "Read the status after the bit was told, and fail where the bit is not there."));
        } else {
            findings.proved("stages", made);
        }
    }

    private static String bit(String milestone) {
        return milestone.substring(milestone.lastIndexOf(' ') + 1);
    }

    /** A method of a stage that leads to no other has told the device that it was given up. */
    private void abandoned(MethodDecl method, Solution<Set<String>> solution, Milestones milestones, Findings findings) {
        Program program = milestones.calls().program();
        long bits = stage(program, method.owner()).map(Stage::abandons).orElse(0L);
        boolean leads = method.result() instanceof Type.Value value && stage(program, value.name()).isPresent();
        if (bits == 0 || !method.movesReceiver() || leads) {
            return;
        }
        for (Edge edge : milestones.graph(method).exit().in()) {
            Optional<Set<String>> known = milestones.along(method, edge, solution);
            if (known.isPresent() && !known.get().containsAll(MilestoneRules.told(bits))) {
                Span at = edge.from().statement().map(Stmt::span).orElse(method.span());
                findings.report(Diagnostic.of(code(), at, "The stage is given up, and the device was not told.",
                        "The device goes on waiting for a driver that does not come, and the firmware or the next driver finds it half set up.",
                        "Tell the device the bits that the record names as its 'abandons', on every path."));
            }
        }
    }
}
