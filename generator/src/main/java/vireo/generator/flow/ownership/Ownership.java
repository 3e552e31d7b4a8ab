// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;

/** Every breach of ownership in a program, in the order of its methods. */
public final class Ownership {
    private final Program program;
    private final CallGraph calls;
    private final LinearTypes linear;
    private final Origins origins;
    private final Summaries summaries;
    private final Map<String, MethodOwnership> flows = new HashMap<>();
    private final Map<String, Solution<Holdings>> solutions = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private int followed;

    private Ownership(CallGraph calls) {
        this.calls = calls;
        this.program = calls.program();
        this.linear = new LinearTypes(program);
        this.origins = new Origins(calls, linear);
        this.summaries = new Summaries(program, origins, new Summaries.Flowing() {
            @Override
            public Set<Place> consumed(MethodDecl method) {
                return flow(method).consumed(solution(method));
            }

            @Override
            public Optional<Hold> left(MethodDecl method, FieldDecl field, boolean failed) {
                MethodOwnership flow = flow(method);
                return solution(method).before(failed ? flow.cfg().thrown() : flow.cfg().exit()).flatMap(h -> h.at(Place.ofField(field)));
            }
        });
    }

    /** Follows every linear value of the program. */
    public static Ownership of(CallGraph calls) {
        Ownership all = new Ownership(calls);
        all.declarations();
        for (MethodDecl method : calls.methods()) {
            if (method.body().isPresent()) {
                all.method(method);
            }
        }
        all.loans();
        all.breaches.addAll(new Tickets(calls, all.linear, new Identities(calls, all.origins::definitions), all::usesUp).breaches());
        all.breaches.addAll(new Handlers(calls, all::flow, all::solution).breaches());
        return all;
    }

    public List<Breach> breaches() {
        return breaches;
    }

    /** How many variables, parameters and fields were followed, counted once for each method. */
    public int followed() {
        return followed;
    }

    private MethodOwnership flow(MethodDecl method) {
        return flows.computeIfAbsent(method.key(), key -> new MethodOwnership(method, program, linear, origins, summaries));
    }

    private Solution<Holdings> solution(MethodDecl method) {
        Solution<Holdings> known = solutions.get(method.key());
        if (known == null) {
            known = flow(method).solve();
            solutions.put(method.key(), known);
        }
        return known;
    }

    private void method(MethodDecl method) {
        MethodOwnership flow = flow(method);
        Solution<Holdings> solution = solution(method);
        Consequences found = new Consequences(breaches::add);
        for (Node node : flow.cfg().reversePostOrder()) {
            solution.before(node).ifPresent(before -> flow.run(node, before, found));
        }
        new Endings(flow, linear, found).check(solution);
        followed += solution.before(flow.cfg().exit()).map(h -> h.all().size()).orElse(0);
    }

    /** Whether a method ends what it takes over by a parameter, on some path, and does not pass it on. */
    private boolean usesUp(MethodDecl method, Local parameter) {
        return solution(method).before(flow(method).cfg().exit()).flatMap(h -> h.at(Place.of(parameter)))
                .map(h -> h.has(Hold.OWNED) && !h.has(Hold.UNREAD)).orElse(false);
    }

    private void loans() {
        Borrowing borrowing = new Borrowing(calls, linear, origins, summaries, this::flow, this::solution);
        for (MethodDecl method : calls.methods()) {
            if (method.body().isPresent()) {
                new LoanChecks(borrowing.loans(method), borrowing, summaries, breaches::add).check();
            }
        }
    }

    /** Who holds a linear value has to be consumed itself. */
    private void declarations() {
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl c && !c.linear()) {
                c.fields().stream().filter(origins::isOwned).forEach(this::holds);
            } else if (type instanceof TypeDecl.RecordDecl r && !r.linear()) {
                r.components().stream().filter(f -> linear.isLinearValue(f.type())).forEach(this::holds);
            }
        }
    }

    private void holds(FieldDecl field) {
        breaches.add(new Breach(Breach.Kind.OWNER_NOT_LINEAR, field.span(), field.name(), List.of()));
    }
}
