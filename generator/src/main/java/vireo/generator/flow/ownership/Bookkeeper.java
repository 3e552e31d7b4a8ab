// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vireo.generator.flow.Expressions;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** The steps of bookkeeping that statements are made of: looking at a value, consuming it, handing it to a new holder. */
final class Bookkeeper {
    private final MethodDecl method;
    private final LinearTypes linear;
    private final Origins origins;
    private final Definitions definitions;
    private final Consumer<Breach> breaches;
    private final List<Place> consumed = new ArrayList<>();
    private Holdings now;

    Bookkeeper(MethodDecl method, LinearTypes linear, Origins origins, Consumer<Breach> breaches, Holdings now) {
        this.method = method;
        this.linear = linear;
        this.origins = origins;
        this.definitions = origins.definitions(method);
        this.breaches = breaches;
        this.now = now;
    }

    Holdings now() {
        return now;
    }

    void put(Place place, Hold hold) {
        now = now.replaced(place, hold);
    }

    /** A call may have stored in a field; what it was before, it has seen to. */
    void left(Place field, Hold left, Span at) {
        Type type = field.path().get(0).type();
        int flags = left.flags() & (Hold.OWNED | Hold.FREE);
        boolean nullable = type instanceof Type.Object o && o.nullable() || type instanceof Type.Interface i && i.nullable();
        flags = nullable ? flags : Hold.OWNED;
        if (flags != 0) {
            put(field, new Hold(flags, Optional.of(at), Optional.empty(), Optional.empty()));
        }
    }

    Optional<Place> place(Expr e) {
        return definitions.place(e);
    }

    void breach(Breach.Kind kind, Span at, Object what, List<Breach.Remark> remarks) {
        breaches.accept(new Breach(kind, at, what.toString(), remarks));
    }

    /** What is in a place; a part of an owned whole is owned with it. */
    Hold status(Place place) {
        Optional<Hold> own = now.at(place);
        if (own.isPresent()) {
            return own.get();
        }
        boolean inside = !place.path().isEmpty() && linear.isInside(place.path().get(place.path().size() - 1));
        return inside ? status(place.whole().orElseThrow()) : Hold.SOMEBODY_ELSES;
    }

    /** Every value that the expression reads is still there. */
    void look(Expr e) {
        Optional<Place> place = place(e);
        if (place.isPresent()) {
            use(place.get(), e);
        } else {
            Expressions.operands(e).forEach(this::look);
        }
    }

    private void use(Place place, Expr e) {
        for (Optional<Place> part = Optional.of(place); part.isPresent(); part = part.get().whole()) {
            Optional<Hold> hold = now.at(part.get());
            Optional<Hold> keeper = hold.flatMap(Hold::keptIn).flatMap(now::at);
            hold = keeper.isPresent() ? keeper : hold;
            if (hold.isPresent() && hold.get().has(Hold.MOVED)) {
                breach(Breach.Kind.USED_AFTER_MOVE, e.span(), part.get(), moved(hold.get()));
                return;
            }
        }
        // What others do with an object of which parts are gone shows in what they read: see Steps.
        if (linear.isLinear(e.type()) && !place.equals(Place.THIS)) {
            movedPart(place).ifPresent(p -> breach(Breach.Kind.USED_AFTER_MOVE, e.span(), p, moved(now.at(p).orElseThrow())));
        }
        Place root = new Place(place.root(), List.of());
        now.at(root).filter(h -> h.has(Hold.UNREAD) && !place.equals(root)).ifPresent(h -> now = now.with(root, h.without(Hold.UNREAD)));
    }

    /** A method of the object at hand reads these fields, which have to be there. */
    void fieldsRead(Set<FieldDecl> fields, Span at) {
        for (FieldDecl field : fields) {
            Place place = Place.ofField(field);
            Hold hold = status(place);
            if (hold.has(Hold.MOVED)) {
                breach(Breach.Kind.USED_AFTER_MOVE, at, place, moved(hold));
            }
        }
    }

    static List<Breach.Remark> moved(Hold hold) {
        return hold.moved().map(at -> List.of(new Breach.Remark(at, "moved here"))).orElse(List.of());
    }

    private Optional<Place> movedPart(Place whole) {
        return now.all().entrySet().stream()
                .filter(e -> e.getKey().isPartOf(whole) && e.getValue().has(Hold.MOVED))
                .map(java.util.Map.Entry::getKey)
                .min(java.util.Comparator.comparing(Place::toString));
    }

    /** The value goes to a new owner, and whoever held it has it no more. */
    void consume(Expr e, Span at) {
        if (e instanceof Expr.NewValue made) {
            components(made);
        } else if (e instanceof Expr.Conditional choice) {
            look(choice.condition());
            Holdings before = now;
            consume(choice.yes(), at);
            Holdings first = now;
            now = before;
            consume(choice.no(), at);
            now = Holdings.LATTICE.join(first, now);
        } else {
            Optional<Place> place = place(e);
            if (place.isPresent()) {
                consume(place.get(), at);
            } else {
                look(e);
            }
        }
    }

    void consume(Place place, Span at) {
        Hold hold = status(place);
        if (hold.has(Hold.KEPT) && hold.keptIn().isPresent()) {
            consume(hold.keptIn().get(), at);
            return;
        }
        Optional<Place> part = movedPart(place);
        if (hold.has(Hold.MOVED)) {
            breach(Breach.Kind.CONSUMED_TWICE, at, place, moved(hold));
        } else if (part.isPresent()) {
            breach(Breach.Kind.CONSUMED_TWICE, at, part.get(), moved(now.at(part.get()).orElseThrow()));
        } else if (hold.has(Hold.BORROWED)) {
            breach(Breach.Kind.BORROW_CONSUMED, at, place, place.root()
                    .map(l -> List.of(new Breach.Remark(l.span(), "borrowed here"))).orElse(List.of()));
        }
        put(place, hold.movedAt(at));
        consumed.add(place);
        if (place.equals(Place.THIS)) {
            now.all().forEach((p, h) -> {
                if (p.ownField().isPresent() && h.has(Hold.OWNED)) {
                    now = now.with(p, h.movedAt(at));
                }
            });
        }
    }

    /** What the components of a new record are made of; a record owns the values inside it. */
    void components(Expr.NewValue made) {
        for (Expr component : made.components()) {
            if (linear.isLinearValue(component.type())) {
                Hold taken = take(component, true);
                if (taken.has(Hold.BORROWED)) {
                    breach(Breach.Kind.BORROW_STORED, component.span(), text(component), borrowed(component));
                }
            } else {
                look(component);
            }
        }
    }

    List<Breach.Remark> borrowed(Expr e) {
        return place(e).flatMap(Place::root).map(l -> List.of(new Breach.Remark(l.span(), "borrowed here"))).orElse(List.of());
    }

    String text(Expr e) {
        return place(e).map(Place::toString).orElse("the value");
    }

    /**
     * What a new holder of the value has; who held it before has it no more, if it was his own.
     *
     * @param ofObject the fields of the object at hand may be moved from: otherwise a new name for one borrows
     */
    Hold take(Expr e, boolean ofObject) {
        if (e instanceof Expr.NullConst) {
            return Hold.NOTHING;
        }
        if (e instanceof Expr.NewValue made) {
            components(made);
            return Hold.owned(made.span());
        }
        if (e instanceof Expr.Conditional choice) {
            look(choice.condition());
            Holdings before = now;
            Hold yes = take(choice.yes(), ofObject);
            Holdings first = now;
            now = before;
            Hold no = take(choice.no(), ofObject);
            now = Holdings.LATTICE.join(first, now);
            return yes.join(no);
        }
        look(e);
        Optional<Place> place = place(e);
        Hold hold = place.map(this::status).orElse(Hold.SOMEBODY_ELSES);
        if (hold.has(Hold.MOVED)) {
            // Reported as a use already.
            return Hold.NOTHING;
        }
        boolean own = hold.has(Hold.OWNED) && (ofObject || place.get().root().isPresent());
        if (!own) {
            return hold.has(Hold.FREE) && !hold.has(Hold.BORROWED) && !hold.has(Hold.OWNED) ? hold : Hold.SOMEBODY_ELSES;
        }
        put(place.get(), hold.movedAt(e.span()));
        consumed.add(place.get());
        int kept = hold.flags() & (Hold.FREE | Hold.OWNED | Hold.BORROWED);
        return new Hold(kept, Optional.of(e.span()), Optional.empty(), Optional.empty());
    }

    /** A parameter's argument. */
    void argument(Expr e, boolean moves) {
        if (moves && linear.isLinear(e.type())) {
            consume(e, e.span());
        } else if (e instanceof Expr.NewValue made && linear.isLinearValue(made.type())) {
            components(made);
            breach(Breach.Kind.DROPPED, e.span(), "the new record", List.of());
        } else {
            look(e);
        }
    }

    boolean isLinear(Type type) {
        return linear.isLinear(type);
    }

    boolean isLinearValue(Type type) {
        return linear.isLinearValue(type);
    }

    boolean isOwned(FieldDecl field) {
        return origins.isOwned(field);
    }

    /** Where something of what was in the place was consumed, as a whole or in part, on some path. */
    Optional<Span> consumed(Place place) {
        Hold hold = status(place);
        return hold.has(Hold.MOVED) ? hold.moved() : movedPart(place).flatMap(p -> now.at(p).orElseThrow().moved());
    }

    /** The parts that are still owned, on some path. */
    List<Place> remaining(Place place, Type type) {
        Hold hold = status(place);
        if (!hold.has(Hold.OWNED)) {
            return List.of();
        }
        List<Place> left = new ArrayList<>();
        boolean apart = movedPart(place).isPresent();
        for (FieldDecl component : linear.ownComponents(type)) {
            if (apart) {
                left.addAll(remaining(place.part(component), component.type()));
            }
        }
        return apart ? left : List.of(place);
    }

    /** What was moved away so far, in this order. */
    List<Place> consumed() {
        return consumed;
    }

    MethodDecl method() {
        return method;
    }
}
