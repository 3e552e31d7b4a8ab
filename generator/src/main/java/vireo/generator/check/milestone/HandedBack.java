// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Place;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** Which statements give memory away: to the kernel, to a method that takes it over, or to who ended the object. */
final class HandedBack {
    private final Milestones milestones;
    private final Map<String, Set<Integer>> followed = new HashMap<>();

    HandedBack(Milestones milestones) {
        this.milestones = milestones;
    }

    /** Remembers that a method shows itself what becomes of a parameter. */
    void note(MethodDecl method, Place memory) {
        memory.local().map(method.parameters()::indexOf).filter(i -> i >= 0)
                .ifPresent(i -> followed.computeIfAbsent(method.key(), key -> new HashSet<>()).add(i));
    }

    /** The memory that the statement itself gives away. */
    List<MemoryDuties.Duty> by(MethodDecl method, Stmt statement) {
        List<MemoryDuties.Duty> found = new ArrayList<>();
        if (statement instanceof Stmt.ForeignCall call) {
            call.function().moved().forEach(i -> add(method, statement, call.arguments().get(i), keeper(method), found));
        } else if (statement instanceof Stmt.Call call) {
            List<MethodDecl> targets = milestones.calls().targets(call.method());
            MethodDecl callee = milestones.calls().program().method(call.method()).orElseThrow();
            Optional<Place> keeper = call.receiver().filter(r -> milestones.devices().is(r.type(), Devices.Sort.KEEPER))
                    .map(milestones.meanings().places(method)::of);
            for (int i = 0; i < call.arguments().size(); i++) {
                int index = i;
                boolean shown = !targets.isEmpty() && targets.stream()
                        .allMatch(t -> followed.getOrDefault(t.key(), Set.of()).contains(index));
                if (callee.parameters().get(i).kind() == Local.Kind.MOVED_PARAMETER && !shown) {
                    add(method, statement, call.arguments().get(i), keeper, found);
                }
            }
        } else if (statement instanceof Stmt.Return end && end.value().isPresent() && method.movesReceiver()
                && milestones.calls().program().type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl) {
            add(method, statement, end.value().get(), Optional.empty(), found);
            found.removeIf(duty -> !duty.memory().has(Place::isSelf));
        }
        return found;
    }

    /** What can keep memory for good gives none to the kernel once it does: that is shown where it says so. */
    private Optional<Place> keeper(MethodDecl method) {
        boolean keeps = milestones.calls().program().type(method.owner()).stream()
                .flatMap(t -> Program.methodsOf(t).stream()).anyMatch(m -> milestones.meanings().of(m).keeps());
        return keeps && method.kind() != MethodDecl.Kind.STATIC ? Optional.of(Place.self()) : Optional.empty();
    }

    private void add(MethodDecl method, Stmt statement, Expr memory, Optional<Place> keeper, List<MemoryDuties.Duty> found) {
        if (milestones.releases().isMemory(memory.type())) {
            for (Place place : milestones.releases().of(method, memory)) {
                found.add(new MemoryDuties.Duty(statement.span(), "'" + memory.span().text() + "'", Optional.empty(), place, Set.of(), keeper,
                        Set.of(), List.of()));
            }
        }
    }
}
