// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.ForeignFunction;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/** What each statement does to ownership. */
final class Steps {
    private final Program program;
    private final Summaries summaries;
    private final Bookkeeper books;

    Steps(Program program, Summaries summaries, Bookkeeper books) {
        this.program = program;
        this.summaries = summaries;
        this.books = books;
    }

    void step(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            declare(s);
        } else if (statement instanceof Stmt.Assign s) {
            assign(s.local(), Optional.of(s.value()), s.span());
        } else if (statement instanceof Stmt.SetField s) {
            store(s);
        } else if (statement instanceof Stmt.SetElement s) {
            element(s);
        } else if (statement instanceof Stmt.Call s) {
            call(s);
        } else if (statement instanceof Stmt.ForeignCall s) {
            foreign(s);
        } else if (statement instanceof Stmt.New s) {
            MethodDecl made = program.method(s.constructor()).orElseThrow();
            arguments(s.arguments(), made);
            result(s.result(), true, s.span());
        } else if (statement instanceof Stmt.Embed s) {
            arguments(s.arguments(), program.method(s.constructor()).orElseThrow());
            if (books.isOwned(s.field())) {
                books.put(Place.ofField(s.field()), Hold.owned(s.span()));
            }
        } else if (statement instanceof Stmt.Leak s) {
            books.consume(s.value(), s.span());
        } else if (statement instanceof Stmt.Return s) {
            s.value().ifPresent(value -> returned(value, s.span()));
        } else {
            Statements.expressions(statement).forEach(books::look);
            statement.effectResult().ifPresent(local -> result(local, true, statement.span()));
        }
    }

    private void declare(Stmt.Declare s) {
        Place place = Place.of(s.local());
        if (!books.isLinear(s.local().type())) {
            s.value().ifPresent(books::look);
            return;
        }
        Hold before = books.status(place);
        if (before.has(Hold.OWNED)) {
            books.breach(Breach.Kind.NOT_CONSUMED, before.acquired().orElse(s.span()), place,
                    List.of(new Breach.Remark(s.span(), "and lost here, in the next turn of the loop")));
        }
        books.put(place, Hold.NOTHING);
        if (s.value().isPresent()) {
            assign(s.local(), s.value(), s.span());
        }
    }

    private void assign(Local local, Optional<Expr> value, Span at) {
        Expr given = value.orElseThrow();
        if (!books.isLinear(local.type())) {
            books.look(given);
            return;
        }
        if (!books.place(new Expr.Get(local, local.type(), at)).equals(Optional.of(Place.of(local)))) {
            // Another name of a place, which keeps what it has.
            books.look(given);
            return;
        }
        Hold taken = books.take(given, false);
        overwrite(Place.of(local), at);
        books.put(Place.of(local), taken);
    }

    private void overwrite(Place place, Span at) {
        Hold before = books.status(place);
        if (before.has(Hold.OWNED)) {
            books.breach(Breach.Kind.OVERWRITTEN, at, place, before.acquired()
                    .map(where -> List.of(new Breach.Remark(where, "owned since here"))).orElse(List.of()));
        }
    }

    /** A local receives what an effect gives. */
    private void result(Local local, boolean owned, Span at) {
        if (books.isLinear(local.type())) {
            overwrite(Place.of(local), at);
            books.put(Place.of(local), owned ? Hold.owned(at) : Hold.SOMEBODY_ELSES);
        }
    }

    private void call(Stmt.Call s) {
        MethodDecl callee = program.method(s.method()).orElseThrow();
        MoveSummary summary = summaries.of(callee);
        if (s.receiver().isPresent() && !callee.movesReceiver()) {
            books.look(s.receiver().get());
        }
        arguments(s.arguments(), callee);
        if (callee.movesReceiver()) {
            ended(s.receiver().orElseThrow(), s.span());
        }
        Optional<Place> object = s.receiver().flatMap(books::place);
        if (object.equals(Optional.of(Place.THIS)) && !callee.movesReceiver()) {
            Set<FieldDecl> read = new LinkedHashSet<>(summaries.reads(callee));
            read.removeAll(summary.fields());
            books.fieldsRead(read, s.span());
        }
        for (FieldDecl field : summary.fields()) {
            object.ifPresent(o -> books.consume(o.part(field), s.span()));
        }
        stored(s, summary.fields(), false);
        if (s.result().isPresent()) {
            result(s.result().get(), summary.ownedResult(), s.span());
        } else if (books.isLinear(s.resultType()) && summary.ownedResult()) {
            books.breach(Breach.Kind.DROPPED, s.span(), "the result", List.of());
        }
    }

    /** What a call leaves in the fields of the object at hand that it may have stored in. */
    void stored(Stmt.Call s, Set<FieldDecl> consumed, boolean failed) {
        boolean own = s.receiver().flatMap(books::place).equals(Optional.of(Place.THIS));
        for (MethodDecl target : summaries.targets(s.method())) {
            for (FieldDecl field : summaries.stores(target)) {
                Place place = Place.ofField(field);
                if (field.owner().equals(books.method().owner()) && !consumed.contains(field) && !books.status(place).has(Hold.MOVED)
                        && books.method().kind() != MethodDecl.Kind.STATIC && !target.movesReceiver()) {
                    summaries.left(target, field, own, failed).ifPresent(left -> books.left(place, left, s.span()));
                }
            }
        }
    }

    private void ended(Expr receiver, Span at) {
        boolean boxed = program.type(books.method().owner()).orElse(null) instanceof TypeDecl.ClassDecl c && c.boxed();
        if (boxed && receiver instanceof Expr.This && books.method().movesReceiver()) {
            books.breach(Breach.Kind.ENDED_INSIDE, at, "this", List.of());
        } else {
            books.consume(receiver, at);
        }
    }

    private void arguments(List<Expr> arguments, MethodDecl callee) {
        MoveSummary summary = summaries.of(callee);
        for (int i = 0; i < arguments.size(); i++) {
            boolean moves = summary.parameters().contains(i);
            if (moves && arguments.get(i) instanceof Expr.This) {
                ended(arguments.get(i), arguments.get(i).span());
            } else {
                books.argument(arguments.get(i), moves);
            }
        }
    }

    private void foreign(Stmt.ForeignCall s) {
        ForeignFunction function = s.function();
        if (function.movesReceiver()) {
            s.receiver().ifPresent(r -> books.consume(r, s.span()));
        } else {
            s.receiver().ifPresent(books::look);
        }
        for (int i = 0; i < s.arguments().size(); i++) {
            books.argument(s.arguments().get(i), function.moved().contains(i));
        }
        if (s.result().isPresent()) {
            result(s.result().get(), true, s.span());
        } else if (books.isLinear(function.result())) {
            books.breach(Breach.Kind.DROPPED, s.span(), "the result", List.of());
        }
    }

    private void returned(Expr value, Span at) {
        boolean linear = books.isLinear(books.method().result()) && books.isLinear(value.type());
        if (!linear || !summaries.givesOwned(books.method())) {
            books.look(value);
            return;
        }
        Hold taken = books.take(value, books.method().movesReceiver());
        if (taken.has(Hold.BORROWED)) {
            books.breach(Breach.Kind.BORROW_RETURNED, value.span(), books.text(value), books.borrowed(value));
        }
    }

    private void element(Stmt.SetElement s) {
        books.look(s.array());
        books.look(s.index());
        Type element = ((Type.Array) s.array().type()).element();
        if (books.isLinear(element) && !(s.value() instanceof Expr.NullConst)) {
            boolean borrowed = books.place(s.value()).map(p -> books.status(p).has(Hold.BORROWED)).orElse(false);
            books.breach(borrowed ? Breach.Kind.BORROW_STORED : Breach.Kind.STORED_IN_ARRAY, s.span(), books.text(s.value()),
                    books.borrowed(s.value()));
        }
        books.look(s.value());
    }

    private void store(Stmt.SetField s) {
        FieldDecl field = s.field();
        if (!books.isLinear(field.type())) {
            books.look(s.value());
            return;
        }
        boolean constructing = books.method().kind() == MethodDecl.Kind.CONSTRUCTOR && s.object() instanceof Expr.This;
        boolean value = books.isLinearValue(field.type());
        if (!books.isOwned(field)) {
            books.look(s.value());
            boolean nothing = s.value() instanceof Expr.NullConst;
            if (!nothing && !(constructing && field.isFinal())) {
                books.breach(Breach.Kind.BORROW_STORED, s.span(), books.text(s.value()), books.borrowed(s.value()));
            }
            return;
        }
        Optional<Place> from = books.place(s.value());
        boolean variable = from.isPresent() && from.get().root().isPresent() && from.get().path().isEmpty();
        Place target = s.object() instanceof Expr.This ? Place.ofField(field) : books.place(s.object()).orElse(Place.THIS).part(field);
        if (constructing && variable && books.status(from.get()).has(Hold.OWNED) && !books.status(from.get()).has(Hold.MOVED)) {
            keep(from.get(), target, s.span());
            return;
        }
        Hold taken = books.take(s.value(), true);
        if (taken.has(Hold.BORROWED) && (value || !constructing || !field.isFinal())) {
            books.breach(Breach.Kind.BORROW_STORED, s.span(), books.text(s.value()), books.borrowed(s.value()));
        }
        if (s.object() instanceof Expr.This) {
            overwrite(target, s.span());
            books.put(target, taken);
        }
    }

    /** The object under construction owns the value, and the variable goes on naming it; where the constructor fails, a parameter is the caller's. */
    private void keep(Place variable, Place field, Span at) {
        Local.Kind kind = variable.root().orElseThrow().kind();
        boolean parameter = kind == Local.Kind.MOVED_PARAMETER || kind == Local.Kind.PARAMETER;
        overwrite(field, at);
        Hold owned = Hold.owned(at);
        books.put(field, parameter ? owned.with(Hold.RETURNS) : owned);
        books.put(variable, Hold.kept(field, at));
    }
}
