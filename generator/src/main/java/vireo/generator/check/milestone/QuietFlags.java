// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Boolean fields that are true only where their object's device is at rest. */
final class QuietFlags {
    private final Milestones milestones;
    private final Set<FieldDecl> quiet = new HashSet<>();
    private final Set<FieldDecl> stopped = new HashSet<>();

    /** All that could be such a field; {@link #forgetWrongOnes} leaves those that are. */
    QuietFlags(Milestones milestones) {
        this.milestones = milestones;
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (s instanceof Stmt.SetField f && f.value() instanceof Expr.BoolConst yes && yes.value()) {
                    quiet.add(f.field());
                    stopped.add(f.field());
                }
            }));
        }
    }

    boolean isFlag(FieldDecl field) {
        return quiet.contains(field);
    }

    /** What the field says of its object's devices where it is true. */
    Set<Fact> said(FieldDecl field, MethodDecl method) {
        Set<Fact> said = new HashSet<>();
        for (Place device : milestones.devices().own(method, Devices.Sort.DEVICE)) {
            said.add(Fact.of(Milestone.QUIET, device));
            if (stopped.contains(field)) {
                said.add(Fact.of(Milestone.STOPPED, device));
            }
        }
        return said;
    }

    /** Drops the fields that are not what they were taken for; whether there were any. */
    boolean forgetWrongOnes() {
        boolean fewer = stopped.removeIf(field -> !holds(field, Milestone.STOPPED));
        return quiet.removeIf(field -> !holds(field, Milestone.QUIET)) || fewer;
    }

    /** Who sets the field has stopped the device, or leaves with it stopped, and nobody of its class lets it loose afterwards. */
    private boolean holds(FieldDecl field, String kind) {
        for (MethodDecl method : milestones.calls().methods()) {
            List<Expr> stored = new ArrayList<>();
            method.body().ifPresent(body -> Statements.walk(body, s -> {
                if (raises(s, field)) {
                    stored.add(((Stmt.SetField) s).value());
                }
            }));
            boolean made = method.kind() == MethodDecl.Kind.CONSTRUCTOR;
            if (!stored.isEmpty() && (made || !isSetBehind(method, field, kind)) && !milestones.endsWith(method, rests(method, kind))) {
                return false;
            }
            if (method.owner().equals(field.owner()) && !made && milestones.mayExpose(method)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the statement may set the field to true. */
    private static boolean raises(Stmt s, FieldDecl field) {
        return s instanceof Stmt.SetField f && f.field().equals(field)
                && !(f.object() instanceof Expr.This && f.value() instanceof Expr.BoolConst b && !b.value());
    }

    /** Whether the device rests wherever the field is set. */
    private boolean isSetBehind(MethodDecl method, FieldDecl field, String kind) {
        Solution<Knowledge> solution = milestones.solve(method, Set.of());
        return milestones.graph(method).reversePostOrder().stream()
                .filter(node -> node.kind() == Node.Kind.STATEMENT && raises(node.statement().orElseThrow(), field))
                .allMatch(node -> solution.before(node).map(known -> rests(method, kind).test(known)).orElse(true));
    }

    /** Whether all devices of the method's object are known to rest. */
    private Predicate<Knowledge> rests(MethodDecl method, String kind) {
        Set<Place> own = milestones.devices().own(method, Devices.Sort.DEVICE);
        return known -> !own.isEmpty() && own.stream().allMatch(device -> known.holds(Fact.of(kind, device)));
    }
}
