// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallEffects;
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
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** A windowed register is used only where the register that selects its window was written before, and not since. */
final class Vr204Selection implements Check {
    /** Known in the method that selected, or whose caller did. */
    private static final String SELECTED = "selected";

    /** Selected and not used since: what a method that only selects leaves to its caller. */
    private static final String FRESH = "freshly selected";

    /** Facts of this scope are not told to callers: a method that selects for its own use does not select for them. */
    private static final int OWN = 1;

    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Set<String> selectors = new HashSet<>();

    Vr204Selection(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.BlockDecl block) {
                block.registers().forEach(register -> selector(register).ifPresent(selectors::add));
            }
        }
    }

    @Override
    public String code() {
        return "VR204";
    }

    private static Optional<String> selector(RegisterDecl windowed) {
        return windowed.selectedBy().map(name -> windowed.owner() + "." + name);
    }

    void run(Findings findings) {
        if (selectors.isEmpty()) {
            return;
        }
        CallEffects<String> selections = new CallEffects<>(calls, statement -> written(statement).map(Set::of).orElse(Set.of()));
        new Proofs(program, calls, writes, (method, places) -> new Windows(places, selections, findings))
                .run((method, need, lost) -> findings.report(need.shown(refusal(need, lost))));
    }

    /** The selector that the statement writes. */
    private Optional<String> written(Stmt statement) {
        return statement instanceof Stmt.WriteRegister write && write.register() instanceof Expr.RegisterRef ref
                ? Optional.of(ref.register().owner() + "." + ref.register().name()).filter(selectors::contains) : Optional.empty();
    }

    /** The windowed register that the statement reads or writes. */
    private static Optional<Expr.RegisterRef> windowed(Stmt statement) {
        Expr register = statement instanceof Stmt.ReadRegister read ? read.register()
                : statement instanceof Stmt.WriteRegister write ? write.register() : null;
        return register instanceof Expr.RegisterRef ref && ref.register().selectedBy().isPresent() ? Optional.of(ref) : Optional.empty();
    }

    private final class Windows implements Needs {
        private final Places places;
        private final CallEffects<String> selections;
        private final Findings findings;

        Windows(Places places, CallEffects<String> selections, Findings findings) {
            this.places = places;
            this.selections = selections;
            this.findings = findings;
        }

        private Fact selected(Expr.RegisterRef ref, String selector) {
            return Fact.of(SELECTED, places.of(ref.block()), Place.constant(selector)).in(OWN);
        }

        private static Fact fresh(Fact selected) {
            return Fact.of(FRESH, selected.place(0), selected.place(1));
        }

        private Optional<Fact> used(Stmt statement) {
            return windowed(statement).map(ref -> selected(ref, selector(ref.register()).orElseThrow()));
        }

        @Override
        public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
            Optional<String> selector = written(statement);
            if (selector.isPresent()) {
                Fact selected = selected((Expr.RegisterRef) ((Stmt.WriteRegister) statement).register(), selector.get());
                return Set.of(selected, fresh(selected));
            }
            return used(statement).filter(selected -> before.holds(fresh(selected))).map(Set::of).orElse(Set.of());
        }

        @Override
        public boolean survives(Fact fact, Stmt statement) {
            if (fact.kind().equals(FRESH) && windowed(statement).isPresent()) {
                return false;
            }
            // Two blocks may be the same device's: a write to one selector ends the selection of all of its kind.
            Set<String> changed = selections.of(statement);
            return changed.isEmpty() || changed.stream().noneMatch(selector -> fact.place(1).equals(Place.constant(selector)));
        }

        @Override
        public boolean isMet(Fact needed, Knowledge known) {
            return known.holds(needed) || known.holds(fresh(needed));
        }

        @Override
        public List<Need> needs(Node at, Stmt statement, Knowledge before) {
            Optional<Expr.RegisterRef> ref = windowed(statement);
            if (ref.isEmpty()) {
                return List.of();
            }
            findings.proved("windows", statement);
            return List.of(new Need(used(statement).orElseThrow(), ref.get().register(), ref.get().span()));
        }
    }

    private Diagnostic refusal(Need need, Optional<Span> lost) {
        RegisterDecl register = (RegisterDecl) need.subject();
        String selector = register.selectedBy().orElseThrow();
        Diagnostic diagnostic = Diagnostic.of(code(), need.span(),
                "'" + register.name() + "' is used where '" + selector + "' is not known to have been written for it.",
                "The register shows whatever was selected last: another queue's, another half's, or the one that the firmware left.",
                "Write '" + selector + "' before, on every path, with no write to it and no call that may write it in between.");
        for (Span call : need.calls()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, without the selection"));
        }
        return lost.isPresent() ? diagnostic.with(new Diagnostic.Label(lost.get(), "the selection may change here")) : diagnostic;
    }
}
