// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Needs;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/**
 * A completion is accepted only as far as it was checked: what a ring entry of the device's says goes out of the queue's code only
 * after a comparison with something of the driver's own, and the driver's records change at an index from it only after a record
 * at that index was looked at.
 */
final class Vr603Completion implements Check {
    private static final String LOOKED_AT = "looked at";

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final DeviceFlow unchecked;
    private final DeviceFlow completions;

    /**
     * @param unchecked where values of the device's go before a check bounds them
     * @param completions where values of ring entries go, checked or not
     */
    Vr603Completion(Program program, CallGraph calls, FieldWrites writes, DeviceFlow unchecked, DeviceFlow completions) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.unchecked = unchecked;
        this.completions = completions;
    }

    @Override
    public String code() {
        return "VR603";
    }

    void run(Findings findings) {
        for (DeviceFlow.Walked walked : unchecked.walked()) {
            for (Node node : walked.cfg().reversePostOrder()) {
                Optional<Knowledge> known = walked.before(node);
                if (node.kind() == Node.Kind.STATEMENT && known.isPresent()) {
                    leaving(walked.method(), node.statement().orElseThrow()).forEach(e -> walked.values().unchecked(e, known.get())
                            .filter(origin -> origin.kind() == Origin.Kind.ENTRY)
                            .ifPresent(origin -> findings.report(believed(e, origin))));
                }
            }
        }
        Map<String, DeviceFlow.Walked> views = new HashMap<>();
        completions.walked().forEach(walked -> views.put(walked.method().key(), walked));
        new Proofs(program, calls, writes, (method, places) -> new Records(places, views.get(method.key()), findings))
                .run((method, need, lost) -> findings.report(notInFlight(need)));
    }

    /** The numbers that leave the method's hands: what a method for anybody returns, what is kept, what is put into a record. */
    private static List<Expr> leaving(MethodDecl method, Stmt statement) {
        List<Expr> found = new ArrayList<>();
        if (statement instanceof Stmt.SetField store) {
            found.add(store.value());
        } else if (statement instanceof Stmt.SetElement store) {
            found.add(store.value());
        } else if (statement instanceof Stmt.Return back && back.value().isPresent() && !method.isPrivate()) {
            found.add(back.value().get());
            components(back.value().get(), found);
        }
        found.removeIf(e -> !(e.type() instanceof Type.Int));
        return found;
    }

    private static void components(Expr e, List<Expr> found) {
        if (e instanceof Expr.NewValue built) {
            built.components().forEach(component -> {
                found.add(component);
                components(component, found);
            });
        }
    }

    private Diagnostic believed(Expr e, Origin origin) {
        return Diagnostic.of(code(), e.span(),
                "'" + Phrases.source(e) + "' comes from a ring entry of the device's, and is believed.",
                "A device that reports an id that it does not have, or more bytes than it was given room for, has the driver answer the wrong"
                        + " request, or hand out memory that nobody wrote.",
                "Compare the id with what is in flight and the length with what was posted, before anything else is done with them.")
                .with(new Diagnostic.Label(origin.span(), "read from the device here"));
    }

    private Diagnostic notInFlight(Need need) {
        Diagnostic diagnostic = Diagnostic.of(code(), need.span(),
                "A record of the driver's changes at '" + need.subject() + "', a number of the device's, before one was looked at there.",
                "A device that gives back what it does not have makes the driver free or answer a request twice.",
                "Ask the driver's own records first whether that request is in flight: 'if (!inFlight[" + need.subject() + "]) throw ...'.");
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, without that"));
        }
        return diagnostic;
    }

    private static final class Records implements Needs {
        private final Places places;
        private final DeviceFlow.Walked walked;
        private final Findings findings;

        Records(Places places, DeviceFlow.Walked walked, Findings findings) {
            this.places = places;
            this.walked = walked;
            this.findings = findings;
        }

        @Override
        public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
            return Set.of();
        }

        @Override
        public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
            Set<Fact> found = new HashSet<>();
            Indices.of(condition, (array, index) -> found.add(Fact.of(LOOKED_AT, places.of(index))));
            return found;
        }

        @Override
        public List<Need> needs(Node at, Stmt statement, Knowledge before) {
            boolean record = statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field && walked != null
                    && walked.values().unchecked(store.index(), before).isPresent();
            if (!record) {
                return List.of();
            }
            findings.proved("completions", statement);
            Expr index = ((Stmt.SetElement) statement).index();
            Place place = places.of(index);
            return List.of(new Need(Fact.of(LOOKED_AT, place), Phrases.source(index), statement.span()));
        }
    }
}
