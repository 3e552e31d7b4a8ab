// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.milestone.Milestone;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Witness;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
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

    /** A point of a method, and what is known there. */
    private record At(Solution<Knowledge> solution, Node node, Knowledge known) {}

    @Override
    public String code() {
        return "VR701";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        Program program = milestones.calls().program();
        for (MethodDecl method : milestones.calls().methods()) {
            if (method.body().isPresent()) {
                Solution<Knowledge> solution = milestones.solve(method, Set.of());
                for (Node node : milestones.graph(method).reversePostOrder()) {
                    solution.before(node).ifPresent(known -> node.statement().filter(s -> node.kind() == Node.Kind.STATEMENT)
                            .ifPresent(s -> Statements.expressions(s).forEach(e -> made(e, method, new At(solution, node, known), milestones, findings))));
                }
                abandoned(method, solution, milestones, findings);
            }
        }
    }

    private static Optional<Stage> stage(Program program, String name) {
        return program.type(name).filter(TypeDecl.RecordDecl.class::isInstance).flatMap(t -> ((TypeDecl.RecordDecl) t).stage());
    }

    private void made(Expr e, MethodDecl method, At at, Milestones milestones, Findings findings) {
        if (e instanceof Expr.NewValue made) {
            stage(milestones.calls().program(), made.record()).ifPresent(stage -> earned(made, stage, method, at, milestones, findings));
        }
        Expressions.operands(e).forEach(inner -> made(inner, method, at, milestones, findings));
    }

    /** The ways to devices that the record holds: what is said of no other device counts. */
    private static List<Place> devices(Expr.NewValue made, MethodDecl method, Milestones milestones) {
        return made.components().stream().filter(c -> milestones.meanings().isDevice(c.type()))
                .map(milestones.meanings().places(method)::of).toList();
    }

    /** What is given up for the next stage: the object of the stage before, or such a parameter. */
    private static Optional<Place> before(Stage stage, MethodDecl method) {
        if (stage.from().equals(Optional.of(method.owner())) && method.movesReceiver()) {
            return Optional.of(Place.self());
        }
        return method.parameters().stream().filter(p -> p.kind() == Local.Kind.MOVED_PARAMETER && p.type() instanceof Type.Value value
                && stage.from().equals(Optional.of(value.name()))).findFirst().map(Place::of);
    }

    private void earned(Expr.NewValue made, Stage stage, MethodDecl method, At at, Milestones milestones, Findings findings) {
        String name = "'" + made.record().substring(made.record().lastIndexOf('.') + 1) + "'";
        boolean own = method.owner().equals(made.record());
        Optional<Place> before = before(stage, method);
        if (stage.from().isPresent() ? before.isEmpty() || !own && !before.get().isSelf() : !own) {
            findings.report(Diagnostic.of(code(), made.span(), name + " is made by a method that does not lead the device there.", WHY,
                    "Call the method that earns it: one of the record itself, or one of the stage before, that takes the stage before over."));
            return;
        }
        List<Place> devices = devices(made, method, milestones);
        if (devices.isEmpty()) {
            findings.report(Diagnostic.of(code(), made.span(), name + " does not say which device has come so far.", WHY,
                    "Give the record a component for the way to the device: what has a method marked @DeviceSays, @TellsDevice or @Quiesces."));
            return;
        }
        for (Place device : devices) {
            if (before.filter(b -> !device.has(b::equals)).isPresent()) {
                findings.report(Diagnostic.of(code(), made.span(), name + " is made for another device than the one of the stage before.", WHY,
                        "Hand on the way to the device that the stage before holds."));
                return;
            }
            if (!led(made, name, stage, device, at, findings)) {
                return;
            }
        }
        findings.proved("stages", made);
    }

    private boolean led(Expr.NewValue made, String name, Stage stage, Place device, At at, Findings findings) {
        Fact reset = Fact.of(Milestone.RESET, device);
        Optional<Fact> untold = missing(Milestone.told(stage.tells(), device), at);
        Optional<Fact> open = missing(Milestone.accepted(stage.confirms(), device), at);
        if (stage.from().isEmpty() && !at.known().holds(reset)) {
            report(made, name + " is made on a path on which the device was not reset.",
                    "Call a method that is marked @Quiesces before, on every path, and of this device.", reset, at, findings);
        } else if (untold.isPresent()) {
            report(made, name + " is made on a path that has not told the device: bit " + bit(untold.get()) + " of its status.",
                    "Tell the device before, on every path.", untold.get(), at, findings);
        } else if (open.isPresent()) {
            report(made, name + " is made on a path that has not seen the device accept bit " + bit(open.get()) + " of its status.",
                    "Read the status after the bit was told, and fail where the bit is not there.", open.get(), at, findings);
        } else {
            return true;
        }
        return false;
    }

    private void report(Expr.NewValue made, String what, String fix, Fact missing, At at, Findings findings) {
        findings.report(ProtocolCheck.along(Diagnostic.of(code(), made.span(), what, WHY, fix),
                Witness.of(at.solution(), at.node(), known -> known.holds(missing))));
    }

    private static Optional<Fact> missing(Set<Fact> wanted, At at) {
        return wanted.stream().filter(fact -> !at.known().holds(fact)).min(Comparator.comparing(Fact::kind));
    }

    private static String bit(Fact fact) {
        return fact.kind().substring(fact.kind().lastIndexOf(' ') + 1);
    }

    /** A method of a stage that leads to no other has told the device that it was given up. */
    private void abandoned(MethodDecl method, Solution<Knowledge> solution, Milestones milestones, Findings findings) {
        Program program = milestones.calls().program();
        long bits = stage(program, method.owner()).map(Stage::abandons).orElse(0L);
        boolean leads = method.result() instanceof Type.Value value && stage(program, value.name()).isPresent();
        if (bits == 0 || !method.movesReceiver() || leads || !(program.type(method.owner()).orElse(null) instanceof TypeDecl.RecordDecl record)) {
            return;
        }
        Set<Fact> wanted = new HashSet<>();
        record.components().stream().filter(c -> milestones.meanings().isDevice(c.type()))
                .forEach(c -> wanted.addAll(Milestone.told(bits, Place.of(Place.self(), c))));
        for (Edge edge : milestones.graph(method).exit().in()) {
            Optional<Knowledge> known = solution.along(edge);
            if (known.isPresent() && !known.get().facts().containsAll(wanted)) {
                Span at = edge.from().statement().map(Stmt::span).orElse(method.span());
                Diagnostic diagnostic = Diagnostic.of(code(), at, "The stage is given up, and the device was not told.",
                        "The device goes on waiting for a driver that does not come, and the firmware or the next driver finds it half set up.",
                        "Tell the device the bits that the record names as its 'abandons', on every path.");
                findings.report(ProtocolCheck.along(diagnostic, Witness.of(solution, edge.from(), k -> k.facts().containsAll(wanted))));
            }
        }
    }
}
