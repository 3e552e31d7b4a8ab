// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** What has to hold where a method ends: at each of its returns, and wherever it fails. */
final class Endings {
    private final MethodOwnership flow;
    private final MethodDecl method;
    private final LinearTypes linear;
    private final Consumer<Breach> breaches;

    Endings(MethodOwnership flow, LinearTypes linear, Consumer<Breach> breaches) {
        this.flow = flow;
        this.method = flow.method();
        this.linear = linear;
        this.breaches = breaches;
    }

    void check(Solution<Holdings> solution) {
        for (Edge edge : flow.cfg().exit().in()) {
            held(solution, edge).ifPresent(h -> returned(h, leaving(edge)));
        }
        for (Edge edge : flow.cfg().thrown().in()) {
            held(solution, edge).ifPresent(h -> failed(h, leaving(edge)));
        }
        solution.before(flow.cfg().exit()).ifPresent(this::agreed);
    }

    private Optional<Holdings> held(Solution<Holdings> solution, Edge edge) {
        return solution.before(edge.from()).flatMap(before -> flow.along(edge, before, flow.after(edge.from(), before)));
    }

    /** Where control leaves the method; the way there may lead through joins. */
    private Span leaving(Edge edge) {
        Node node = edge.from();
        while (node.statement().isEmpty() && !node.in().isEmpty()) {
            node = node.in().get(0).from();
        }
        return node.statement().map(Stmt::span).orElse(method.span());
    }

    private void breach(Breach.Kind kind, Span at, Object what, List<Breach.Remark> remarks) {
        breaches.accept(new Breach(kind, at, what.toString(), remarks));
    }

    private static List<Breach.Remark> here(Span at, String text) {
        return List.of(new Breach.Remark(at, text));
    }

    /** A variable may have the name of a field. */
    private static List<Place> sorted(Holdings holdings) {
        return holdings.all().keySet().stream()
                .sorted(Comparator.comparing(Place::toString).thenComparing(p -> p.root().map(Local::id).orElse(-1)))
                .toList();
    }

    private void returned(Holdings holdings, Span leaving) {
        Bookkeeper books = flow.books(holdings, breach -> { });
        boolean ends = method.movesReceiver() && !holdings.at(Place.THIS).map(h -> h.has(Hold.MOVED)).orElse(false);
        for (Place place : sorted(holdings)) {
            Hold hold = holdings.at(place).orElseThrow();
            if (place.ownField().isPresent() && isOwnField(place)) {
                field(books, place, ends, leaving);
            } else if (place.root().isPresent() && place.path().isEmpty() && isMine(place.root().get())) {
                variable(books, place, hold, leaving);
            }
        }
        if (ends && !holdings.at(Place.THIS).map(h -> h.has(Hold.MOVED)).orElse(false)) {
            recordParts(books, leaving);
        }
    }

    private boolean isOwnField(Place place) {
        return method.kind() != MethodDecl.Kind.CONSTRUCTOR && !linear.isInside(place.path().get(0));
    }

    private static boolean isMine(Local local) {
        return local.kind() != Local.Kind.PARAMETER;
    }

    /** An ending method of a record consumes its components. */
    private void recordParts(Bookkeeper books, Span leaving) {
        for (FieldDecl component : linear.ownComponents(flow.receiverType())) {
            for (Place left : books.remaining(Place.ofField(component), component.type())) {
                breach(Breach.Kind.FIELD_NOT_CONSUMED, leaving, left, here(component.span(), "owned by the record"));
            }
        }
    }

    private void field(Bookkeeper books, Place place, boolean ends, Span leaving) {
        FieldDecl field = place.ownField().orElseThrow();
        if (ends) {
            for (Place left : books.remaining(place, field.type())) {
                breach(Breach.Kind.FIELD_NOT_CONSUMED, leaving, left, here(field.span(), "owned by the object"));
            }
        } else if (!method.movesReceiver() && !method.isPrivate()) {
            books.consumed(place).ifPresent(at -> breach(Breach.Kind.TAKEN_FROM_OWNER, at, place, List.of()));
        }
    }

    private void variable(Bookkeeper books, Place place, Hold hold, Span leaving) {
        Local local = place.root().orElseThrow();
        boolean parameter = local.kind() == Local.Kind.MOVED_PARAMETER;
        boolean token = parameter && linear.isToken(local.type());
        if (token && !hold.has(Hold.UNREAD)) {
            return;
        }
        for (Place left : books.remaining(place, local.type())) {
            breach(Breach.Kind.NOT_CONSUMED, hold.acquired().orElse(local.span()), left, remarks(hold, leaving, "the method ends here"));
        }
    }

    private static List<Breach.Remark> remarks(Hold hold, Span leaving, String text) {
        return hold.moved().isPresent()
                ? List.of(new Breach.Remark(hold.moved().get(), "consumed here, on another path"), new Breach.Remark(leaving, text))
                : here(leaving, text);
    }

    private void failed(Holdings holdings, Span leaving) {
        Bookkeeper books = flow.books(holdings, breach -> { });
        boolean constructing = method.kind() == MethodDecl.Kind.CONSTRUCTOR;
        for (Place place : sorted(holdings)) {
            Hold hold = holdings.at(place).orElseThrow();
            if (place.ownField().isPresent()) {
                failedField(books, place, hold, constructing, leaving);
            } else if (place.root().isPresent()) {
                failed(books, place, hold, leaving);
            }
        }
        holdings.at(Place.THIS).filter(h -> h.has(Hold.MOVED)).ifPresent(h ->
                breach(Breach.Kind.CONSUMED_THEN_FAILED, h.moved().orElse(leaving), "this", here(leaving, "fails here")));
    }

    /** Who constructs something that fails gives back what it acquired, and leaves to the caller what it was given. */
    private void failedField(Bookkeeper books, Place place, Hold hold, boolean constructing, Span leaving) {
        if (constructing && !hold.has(Hold.RETURNS)) {
            for (Place left : books.remaining(place, place.ownField().orElseThrow().type())) {
                breach(Breach.Kind.NOT_CONSUMED_ON_FAILURE, hold.acquired().orElse(leaving), left,
                        remarks(hold, leaving, "the constructor fails here"));
            }
        } else {
            books.consumed(place).ifPresent(at -> breach(Breach.Kind.CONSUMED_THEN_FAILED, at, place, here(leaving, "fails here")));
        }
    }

    private void failed(Bookkeeper books, Place place, Hold hold, Span leaving) {
        Local local = place.root().orElseThrow();
        boolean parameter = method.parameters().contains(local);
        if (parameter && place.path().isEmpty()) {
            books.consumed(place).ifPresent(at -> breach(Breach.Kind.CONSUMED_THEN_FAILED, at, place, here(leaving, "fails here")));
        } else if (!parameter && place.path().isEmpty()) {
            for (Place left : books.remaining(place, local.type())) {
                breach(Breach.Kind.NOT_CONSUMED_ON_FAILURE, hold.acquired().orElse(local.span()), left,
                        remarks(hold, leaving, "the method fails here"));
            }
        }
    }

    /** What a private method consumes, it consumes whenever it returns: its callers go by that. */
    private void agreed(Holdings holdings) {
        if (!method.isPrivate() || method.kind() == MethodDecl.Kind.CONSTRUCTOR) {
            return;
        }
        Bookkeeper books = flow.books(holdings, breach -> { });
        for (Place place : sorted(holdings)) {
            boolean parameter = place.path().isEmpty()
                    && place.root().filter(l -> l.kind() == Local.Kind.PARAMETER && method.parameters().contains(l)).isPresent();
            boolean field = place.ownField().isPresent() && !method.movesReceiver();
            if (parameter || field) {
                Type type = parameter ? place.root().get().type() : place.ownField().get().type();
                books.consumed(place).filter(at -> !books.remaining(place, type).isEmpty())
                        .ifPresent(at -> breach(Breach.Kind.CONSUMED_ON_SOME_PATHS, at, place, List.of()));
            }
        }
    }
}
