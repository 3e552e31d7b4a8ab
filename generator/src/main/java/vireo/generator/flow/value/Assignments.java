// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What a place holds after a value was stored into it, and what is then no longer true. */
final class Assignments {
    private final Reasoning reasoning;

    Assignments(Reasoning reasoning) {
        this.reasoning = reasoning;
    }

    private Atoms atoms() {
        return reasoning.terms().atoms();
    }

    /** The local has no value, or one that nothing is known of. */
    void forget(State state, Local local) {
        state.forget(atom -> atom.mentions(local));
    }

    /** The local holds some value of {@code type}, whose terms are in this method's values. */
    void unknown(State state, Local local, Type type) {
        Atom atom = atoms().local(local);
        if (!(local.type() instanceof Type.Int) || !(type instanceof Type.Int number)) {
            Optional<Linear> length = Terms.lengthTerm(type).flatMap(reasoning.terms()::linear).filter(l -> !mentions(l, local));
            forget(state, local);
            length.ifPresent(l -> reasoning.learner().equal(state, Linear.of(atoms().length(atom)), l));
            return;
        }
        Map<Linear, Boolean> limits = new HashMap<>();
        BigInteger max = null;
        for (Type.Bound bound : number.bounds()) {
            Optional<Linear> term = reasoning.terms().linear(bound.term());
            if (term.isPresent()) {
                Linear limit = bound.strict() ? term.get().plus(-1) : term.get();
                BigInteger highest = reasoning.evaluator().value(state, limit).max();
                max = max == null ? highest : max.min(highest);
                if (!mentions(limit, local)) {
                    limits.put(limit, true);
                }
            }
        }
        forget(state, local);
        Value value = Evaluator.ofType(number).clamp(Evaluator.ofType(local.type()));
        if (max != null) {
            value = Value.of(value.min(), value.max().min(max), value.bits()).orElse(value);
        }
        state.set(atom, value);
        for (Linear limit : limits.keySet()) {
            reasoning.learner().atMost(state, Linear.of(atom), limit);
        }
        reasoning.learner().declared(state, atom);
    }

    private static boolean mentions(Linear form, Local local) {
        return form.atom().map(a -> a.mentions(local)).orElse(false);
    }

    /** {@code local = value}. */
    void assign(State state, Local local, Expr value) {
        Type type = local.type();
        if (type instanceof Type.Int) {
            number(state, atoms().local(local), value, atom -> atom.mentions(local));
        } else if (type instanceof Type.Bool) {
            truth(state, atoms().local(local), value, atom -> atom.mentions(local));
        } else {
            reference(state, atoms().local(local), value, atom -> atom.mentions(local));
        }
    }

    /** {@code object.field = value}: the same field of any other object of the class may be the one that changed. */
    void store(State state, Stmt.SetField s) {
        Optional<Atom> object = reasoning.terms().place(s.object());
        if (object.isEmpty()) {
            state.forget(atom -> atom.mentionsField(Effects.name(s.field())));
            return;
        }
        Atom place = atoms().field(object.get(), s.field());
        store(state, place, s.value(), atom -> atom == place || atom.mentionsField(Effects.name(s.field())));
    }

    /** {@code array[index] = value}: any element of any array of the kind may be the one that changed. */
    void store(State state, Stmt.SetElement s) {
        Optional<Atom> array = reasoning.terms().place(s.array());
        Optional<Linear> index = reasoning.terms().linear(s.index());
        Type type = reasoning.terms().typeOf(s.array()) instanceof Type.Array declared ? declared.element() : s.value().type();
        if (array.isEmpty() || index.isEmpty()) {
            state.forget(Atom::readsElements);
            return;
        }
        store(state, atoms().element(array.get(), index.get(), type), s.value(), Atom::readsElements);
    }

    private void store(State state, Atom place, Expr value, Predicate<Atom> gone) {
        if (place.type() instanceof Type.Int) {
            number(state, place, value, gone);
        } else if (place.type() instanceof Type.Bool) {
            truth(state, place, value, gone);
        } else {
            reference(state, place, value, gone);
        }
    }

    private void number(State state, Atom place, Expr value, Predicate<Atom> gone) {
        if (value instanceof Expr.Conditional choice) {
            choose(state, place, choice, gone);
            return;
        }
        Value result = Evaluator.ofType(place.type()).clamp(reasoning.evaluator().value(state, value));
        Optional<Linear> form = reasoning.terms().linear(value);
        if (form.isEmpty() || form.get().isNumber()) {
            state.forget(gone);
            state.set(place, result);
            reasoning.learner().declared(state, place);
            return;
        }
        Atom source = form.get().atom().get();
        BigInteger offset = form.get().offset();
        if (source == place && offset.bitLength() < 62) {
            state.forget(atom -> atom != place && gone.test(atom));
            state.shift(place, offset.longValue());
            state.set(place, result);
            reasoning.learner().declared(state, place);
            return;
        }
        boolean stale = gone.test(source);
        Map<Atom, BigInteger> above = stale ? reasoning.prover().above(state, source) : Map.of();
        Map<Atom, BigInteger> below = stale ? reasoning.prover().below(state, source) : Map.of();
        state.forget(gone);
        state.set(place, result);
        if (stale) {
            // The old value goes, but what it was related to stays true of the new one.
            above.forEach((atom, distance) -> {
                if (!gone.test(atom)) {
                    reasoning.learner().atMost(state, Linear.of(place), Linear.of(atom).plus(distance.add(offset)));
                }
            });
            below.forEach((atom, distance) -> {
                if (!gone.test(atom)) {
                    reasoning.learner().atMost(state, Linear.of(atom), Linear.of(place).plus(distance.subtract(offset)));
                }
            });
        } else {
            reasoning.learner().equal(state, Linear.of(place), form.get());
            // Said of the new place too, so that it stays known when the source changes.
            for (Terms.UpperBound bound : reasoning.terms().declaredBounds(source)) {
                if (!bound.limit().atom().map(gone::test).orElse(false)) {
                    reasoning.learner().atMost(state, Linear.of(place), bound.limit().plus(offset));
                }
            }
        }
        reasoning.learner().declared(state, place);
    }

    /** Both outcomes apart, then joined: so {@code min} and {@code max} need no rule of their own. */
    private void choose(State state, Atom place, Expr.Conditional choice, Predicate<Atom> gone) {
        Optional<State> yes = reasoning.conditions().assume(state, choice.condition(), true);
        Optional<State> no = reasoning.conditions().assume(state, choice.condition(), false);
        yes.ifPresent(s -> number(s, place, choice.yes(), gone));
        no.ifPresent(s -> number(s, place, choice.no(), gone));
        if (yes.isPresent() && no.isPresent()) {
            state.become(reasoning.lattice().join(yes.get(), no.get()));
        } else {
            yes.or(() -> no).ifPresent(state::become);
        }
    }

    private void truth(State state, Atom place, Expr value, Predicate<Atom> gone) {
        Optional<State> yes = reasoning.conditions().assume(state, value, true);
        Optional<State> no = reasoning.conditions().assume(state, value, false);
        state.forget(gone);
        if (yes.isEmpty() != no.isEmpty()) {
            state.set(place, Value.constant(yes.isPresent() ? 1 : 0));
            return;
        }
        if (value instanceof Expr.BoolConst || place.kind() != Atom.Kind.LOCAL) {
            return;
        }
        yes.ifPresent(s -> {
            s.forget(gone);
            state.imply(place, true, s);
        });
        no.ifPresent(s -> {
            s.forget(gone);
            state.imply(place, false, s);
        });
    }

    private void reference(State state, Atom place, Expr value, Predicate<Atom> gone) {
        Optional<Boolean> nonNull = reasoning.nonNull(state, value);
        Optional<Linear> length = reasoning.terms().length(value).filter(l -> !l.atom().map(gone::test).orElse(false));
        boolean stale = reasoning.terms().place(value).map(gone::test).orElse(false);
        state.forget(gone);
        nonNull.ifPresent(known -> state.setNonNull(place, known));
        if (hasLength(value.type()) && length.isPresent()) {
            reasoning.learner().equal(state, Linear.of(atoms().length(place)), length.get());
        }
        if (value instanceof Expr.NewValue built && !stale) {
            components(state, place, built, gone);
        }
    }

    private static boolean hasLength(Type type) {
        return type instanceof Type.Array || type instanceof Type.DmaArray || type instanceof Type.DmaBytes || type instanceof Type.Dma;
    }

    private void components(State state, Atom place, Expr.NewValue built, Predicate<Atom> gone) {
        for (int i = 0; i < built.components().size(); i++) {
            Expr component = built.components().get(i);
            Optional<FieldDecl> field = reasoning.component(built.record(), i);
            if (field.isEmpty() || !(field.get().type() instanceof Type.Int)) {
                continue;
            }
            Atom part = atoms().field(place, field.get());
            state.set(part, Evaluator.ofType(field.get().type()).clamp(reasoning.evaluator().value(state, component)));
            Optional<Linear> form = reasoning.terms().linear(component);
            if (form.isPresent() && !form.get().atom().map(gone::test).orElse(false)) {
                reasoning.learner().equal(state, Linear.of(part), form.get());
            }
        }
    }
}
