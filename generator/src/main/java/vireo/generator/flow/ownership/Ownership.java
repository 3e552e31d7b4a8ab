// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.FieldDecl;
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
        this.summaries = new Summaries(program, origins, method -> flow(method).consumed(solution(method)));
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
        for (Node node : flow.cfg().reversePostOrder()) {
            solution.before(node).ifPresent(before -> flow.run(node, before, breaches::add));
        }
        new Endings(flow, linear, breaches::add).check(solution);
        followed += solution.before(flow.cfg().exit()).map(h -> h.all().size()).orElse(0);
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
