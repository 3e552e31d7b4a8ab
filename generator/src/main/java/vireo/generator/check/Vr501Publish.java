// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** What an index hands over was written before it was published. */
final class Vr501Publish implements Check {
    private static final String WHY =
            "The device reads the entries up to the index as soon as it sees it: one that is not written yet is an old one, or none at all.";

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;

    Vr501Publish(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
    }

    @Override
    public String code() {
        return "VR501";
    }

    void run(Findings findings) {
        Rings rings = new Rings(program);
        Filling filling = new Filling(rings, calls);
        new Proofs(program, calls, writes, (method, places) -> filling.rules(method, places, findings))
                .run((method, need, lost) -> findings.report(need.shown(refusal(need, lost))));
        new Batches(program, calls, writes, rings, new Batches.Stores() {
            @Override
            public boolean test(Stmt statement, Places places) {
                return isStore(statement, rings, places);
            }

            @Override
            public Optional<Expr> number(Stmt statement) {
                return statement instanceof Stmt.WriteCell write ? number(write.cell()) : Optional.empty();
            }

            private Optional<Expr> number(Expr cell) {
                if (cell instanceof Expr.DmaElement element) {
                    return Optional.of(element.index());
                }
                return cell instanceof Expr.DmaField part ? number(part.structure()) : Optional.empty();
            }
        }).run((span, published) -> findings.report(late(span, published)));
    }

    /** A store to memory that entries describe: a ring's own cells tell the device other things. */
    private static boolean isStore(Stmt statement, Rings rings, Places places) {
        if (statement instanceof Stmt.WriteCell write) {
            return write.order() != Stmt.Order.PUBLISH && rings.entry(write.cell(), places).isEmpty()
                    && rings.header(write.cell()).isEmpty();
        }
        return statement instanceof Stmt.WriteByte
                || statement instanceof Stmt.CopyBytes copy && copy.direction() != Stmt.Direction.FROM_DMA;
    }

    private Diagnostic refusal(Need need, Optional<Span> lost) {
        String place = need.fact().about().isEmpty() ? "" : need.fact().place(0).toString().replace("#", "");
        Diagnostic diagnostic = switch ((Filling.Step) need.subject()) {
            case MOVED -> Diagnostic.of(code(), need.span(), "'" + place + "' moves on where its entry may not have been written.", WHY,
                    "Write the ring's entry at '" + place + " & (size - 1)' first, on every path, then move the counter.");
            case PUBLISHED -> Diagnostic.of(code(), need.span(),
                    "The index is published one beyond '" + place + "' where that entry may not have been written.", WHY,
                    "Write the ring's entry at '" + place + " & (size - 1)' first, on every path.");
            case MOVED_OTHERWISE -> Diagnostic.of(code(), need.span(),
                    "A counter of ring entries gets a value that counts no written entries.", WHY,
                    "Move the counter by Uint16.wrappingAdd(counter, 1), once for each entry that was written.");
            case BEGUN_ANEW -> Diagnostic.of(code(), need.span(), "A ring begins anew where the device may still use it.",
                    "The device goes on from the index that it saw last: it takes what the old entries say for news.",
                    "Set the counter and the index to 0 in a constructor only, or behind a call of a method that is marked @Quiesces.");
            case PUBLISHED_OTHERWISE -> Diagnostic.of(code(), need.span(),
                    "The published index is not the counter by which entries were written.", WHY,
                    "Publish the counter that the places of this ring's entries are cut from, after it moved on.");
            case NEVER_WRITTEN -> Diagnostic.of(code(), need.span(), "The index of " + place + " is published, but nothing writes its entries.",
                    WHY, "Write the ring's entry at 'counter & (size - 1)', move the counter on, then publish it.");
        };
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, without that"));
        }
        return lost.isPresent() ? diagnostic.with(new Diagnostic.Label(lost.get(), "the counter stands at another entry from here on"))
                : diagnostic;
    }

    private Diagnostic late(Span store, Span published) {
        return Diagnostic.of(code(), store,
                "Device-visible memory is written after the index was published, and nothing is published after it.",
                "The device may have read this memory already: it works with what stood there before.",
                "Write all that a request consists of before its index is published; what belongs to the next one, together with that one's entry.")
                .with(new Diagnostic.Label(published, "published here"));
    }
}
