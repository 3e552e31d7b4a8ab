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
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/** What the driver goes by lies in its own memory: what it wrote where the device can write too, it does not read back to index with. */
final class Vr505ReadBack implements Check {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;

    Vr505ReadBack(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
    }

    @Override
    public String code() {
        return "VR505";
    }

    void run(Findings findings) {
        Set<String> written = new HashSet<>();
        calls.methods().forEach(method -> {
            Places places = new Places(method);
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                if (statement instanceof Stmt.WriteCell write) {
                    name(write.cell(), places).ifPresent(written::add);
                }
            }));
        });
        if (written.isEmpty()) {
            return;
        }
        DeviceFlow flow = new DeviceFlow(program, calls, writes, (statement, rings, places) -> source(statement, rings, places, written),
                DeviceFlow.Reach.EVERYWHERE);
        for (DeviceFlow.Walked walked : flow.walked()) {
            for (Node node : walked.cfg().reversePostOrder()) {
                Optional<Knowledge> known = walked.before(node);
                known.ifPresent(here -> {
                    node.statement().filter(statement -> node.kind() == Node.Kind.STATEMENT).ifPresent(statement ->
                            Indices.of(statement, (array, index) -> look(index, walked, here, findings)));
                    node.condition().ifPresent(e -> Indices.of(e, (array, index) -> look(index, walked, here, findings)));
                });
            }
        }
    }

    /** The declared cell that the expression names. */
    private static Optional<String> name(Expr cell, Places places) {
        if (cell instanceof Expr.DmaField field) {
            return Optional.of(field.field().owner() + "." + field.field().name());
        }
        return cell instanceof Expr.DmaElement element ? name(places.seen(element.array()), places) : Optional.empty();
    }

    private static Optional<Origin> source(Stmt statement, Rings rings, Places places, Set<String> written) {
        boolean readBack = statement instanceof Stmt.ReadCell read && read.order() != Stmt.Order.OBSERVE
                && rings.namedEntry(read.cell(), places).filter(entry -> Rings.isDeviceWritten(entry.ring())).isEmpty()
                && name(read.cell(), places).filter(written::contains).isPresent();
        return readBack ? Optional.of(new Origin(Origin.Kind.READ_BACK, statement.span())) : Optional.empty();
    }

    private void look(Expr index, DeviceFlow.Walked walked, Knowledge known, Findings findings) {
        walked.values().unchecked(index, known).ifPresent(origin -> findings.report(Diagnostic.of(code(), index.span(),
                "'" + Phrases.source(index) + "' comes from " + origin.words() + ", and is used as an index.",
                "A device that writes there, by mistake or on purpose, rearranges the driver's own lists: entries are used twice or lost.",
                "Keep such a list in a private array, and write to device-visible memory only what the device needs to know.")
                .with(new Diagnostic.Label(origin.span(), "read back here"))));
    }
}
