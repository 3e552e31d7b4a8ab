// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Knowledge;
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
    private final DeviceFlow completions;

    /** @param completions where values of ring entries go, checked or not */
    Vr504Record(Program program, CallGraph calls, DeviceFlow completions) {
        this.program = program;
        this.calls = calls;
        this.completions = completions;
    }

    @Override
    public String code() {
        return "VR504";
    }

    void run(Findings findings) {
        Set<FieldDecl> records = new HashSet<>();
        for (DeviceFlow.Walked walked : completions.walked()) {
            for (Node node : walked.cfg().reversePostOrder()) {
                Optional<Knowledge> known = walked.before(node);
                known.ifPresent(here -> {
                    node.statement().filter(statement -> node.kind() == Node.Kind.STATEMENT)
                            .ifPresent(statement -> Indices.of(statement, (array, index) -> note(array, index, walked, here, records)));
                    node.condition().ifPresent(e -> Indices.of(e, (array, index) -> note(array, index, walked, here, records)));
                });
            }
        }
        if (!records.isEmpty()) {
            new Batches(program, calls, new Rings(program), (statement, places) -> statement instanceof Stmt.SetElement store
                    && store.array() instanceof Expr.Field array && records.contains(array.field()))
                    .run((store, published) -> findings.report(refusal(store, published)));
            records.forEach(record -> findings.proved("records", record));
        }
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
