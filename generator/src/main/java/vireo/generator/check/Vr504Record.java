// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Places;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * What the driver looks up when a request comes back, it notes before the request is published. Such records are the private arrays
 * that are read at an index from a ring entry of the device's.
 */
final class Vr504Record implements Check {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final DeviceFlow completions;
    private final DeviceFlow ids;

    /**
     * @param completions where values of ring entries go, checked or not, in the class that reads them
     * @param ids the same, in the whole driver
     */
    Vr504Record(Program program, CallGraph calls, FieldWrites writes, DeviceFlow completions, DeviceFlow ids) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.completions = completions;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "VR504";
    }

    void run(Findings findings) {
        Set<FieldDecl> own = records(completions);
        Set<FieldDecl> anywhere = records(ids);
        anywhere.addAll(own);
        if (!anywhere.isEmpty()) {
            new Batches(program, calls, writes, new Rings(program), new Batches.Stores() {
                @Override
                public boolean test(Stmt statement, Places places) {
                    return isIn(anywhere, statement);
                }

                @Override
                public Optional<Expr> number(Stmt statement) {
                    return Optional.of(((Stmt.SetElement) statement).index());
                }

                @Override
                public boolean belongsToNext(Stmt statement) {
                    // What another class keeps by that number may be about its own use of the memory.
                    return isIn(own, statement);
                }
            }).run((store, published) -> findings.report(refusal(store, published)));
            anywhere.forEach(record -> findings.proved("records", record));
        }
    }

    private static boolean isIn(Set<FieldDecl> records, Stmt statement) {
        return statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field array && records.contains(array.field());
    }

    private static Set<FieldDecl> records(DeviceFlow flow) {
        Set<FieldDecl> records = new HashSet<>();
        for (DeviceFlow.Walked walked : flow.walked()) {
            for (Node node : walked.cfg().reversePostOrder()) {
                Optional<Knowledge> known = walked.before(node);
                known.ifPresent(here -> {
                    node.statement().filter(statement -> node.kind() == Node.Kind.STATEMENT)
                            .ifPresent(statement -> Indices.of(statement, (array, index) -> note(array, index, walked, here, records)));
                    node.condition().ifPresent(e -> Indices.of(e, (array, index) -> note(array, index, walked, here, records)));
                });
            }
        }
        return records;
    }

    private static void note(Expr array, Expr index, DeviceFlow.Walked walked, Knowledge known, Set<FieldDecl> records) {
        if (array instanceof Expr.Field field && walked.values().unchecked(index, known).isPresent()) {
            records.add(field.field());
        }
    }

    private Diagnostic refusal(Span store, Span published) {
        return Diagnostic.of(code(), store,
                "A request is recorded after it was published.",
                "The device may have answered already: the answer finds no record, or an old one.",
                "Record the request before its ring entry is written and published.")
                .with(new Diagnostic.Label(published, "published here"));
    }
}
