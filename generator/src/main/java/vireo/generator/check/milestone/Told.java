// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.milestone;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.check.fact.Place;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** Which of an object's devices were told of which of its memory, where the object was made for several. */
final class Told {
    private final Milestones milestones;

    Told(Milestones milestones) {
        this.milestones = milestones;
    }

    /** The devices that may know of the memory: those whose methods were given its address, or all where it went elsewhere too. */
    Set<Place> of(MethodDecl method, Place memory, Set<Place> own) {
        Set<Place> found = new HashSet<>();
        boolean[] elsewhere = {own.size() < 2 || memory.field().isEmpty()};
        Program program = milestones.calls().program();
        for (MethodDecl each : Program.methodsOf(program.type(method.owner()).orElseThrow())) {
            Set<Place> names = names(each, memory);
            each.body().ifPresent(body -> Statements.walk(body, s -> {
                for (Expr given : given(s)) {
                    if (milestones.releases().told(each, given).stream().anyMatch(names::contains)) {
                        Place device = receiver(each, s);
                        elsewhere[0] |= device == null || !own.contains(device);
                        found.add(device);
                    }
                }
            }));
        }
        return elsewhere[0] || found.isEmpty() ? own : found;
    }

    /** The field, and what the method stores in it. */
    private Set<Place> names(MethodDecl method, Place memory) {
        Set<Place> names = new HashSet<>(Set.of(memory));
        method.body().ifPresent(body -> Statements.walk(body, s -> {
            if (s instanceof Stmt.SetField f && f.object() instanceof Expr.This && memory.field().filter(f.field()::equals).isPresent()) {
                names.addAll(milestones.releases().of(method, f.value()));
            }
        }));
        return names;
    }

    /** What the statement hands to somebody else. */
    private static List<Expr> given(Stmt s) {
        if (s instanceof Stmt.Call call) {
            return call.arguments();
        }
        if (s instanceof Stmt.WriteRegister write) {
            return List.of(write.value());
        }
        if (s instanceof Stmt.WriteCell write) {
            return List.of(write.value());
        }
        return s instanceof Stmt.New made ? made.arguments() : s instanceof Stmt.Embed embed ? embed.arguments() : List.of();
    }

    private Place receiver(MethodDecl method, Stmt s) {
        return s instanceof Stmt.Call call && call.receiver().isPresent()
                ? milestones.devices().of(milestones.meanings().places(method).of(call.receiver().get()), method, Devices.Sort.DEVICE)
                : null;
    }
}
