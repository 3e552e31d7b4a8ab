// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** Follows through one method what depends on what. */
final class MethodLoans implements Transfer<Loans> {
    private final MethodDecl method;
    private final MethodOwnership flow;
    private final Solution<Holdings> holdings;
    private final Borrowing borrowing;
    private final LoanTypes types;
    private final Map<Node, List<Place>> consumed = new HashMap<>();

    MethodLoans(MethodOwnership flow, Solution<Holdings> holdings, Borrowing borrowing) {
        this.method = flow.method();
        this.flow = flow;
        this.holdings = holdings;
        this.borrowing = borrowing;
        this.types = borrowing.types();
    }

    MethodDecl method() {
        return method;
    }

    Cfg cfg() {
        return flow.cfg();
    }

    Solution<Loans> solve() {
        return Solver.solve(flow.cfg(), Loans.LATTICE, this);
    }

    Optional<Place> place(Expr e) {
        return flow.place(e);
    }

    Optional<Holdings> holdings(Node node) {
        return holdings.before(node);
    }

    List<Place> consumedBy(Node node) {
        return consumed.computeIfAbsent(node, n -> holdings.before(n).map(h -> flow.consumedBy(n, h)).orElse(List.of()));
    }

    Lending lending(Node node, Loans before) {
        return borrowing.lending(method, holdings.before(node).orElse(Holdings.none()), before);
    }

    /** The call that the statement of a node is, of a method of the driver. */
    Optional<CallLoans> call(Node node, Lending lending) {
        Stmt statement = node.statement().orElseThrow();
        return CallGraph.target(statement).map(key -> {
            Optional<Expr> receiver = statement instanceof Stmt.Call call ? call.receiver() : Optional.empty();
            return borrowing.call(key, receiver, arguments(statement), lending, consumedBy(node));
        });
    }

    static List<Expr> arguments(Stmt statement) {
        if (statement instanceof Stmt.Call call) {
            return call.arguments();
        }
        return statement instanceof Stmt.New made ? made.arguments() : ((Stmt.Embed) statement).arguments();
    }

    @Override
    public Loans initial(Cfg graph) {
        Loans start = Loans.NONE;
        TypeDecl owner = borrowing.program().type(method.owner()).orElseThrow();
        boolean object = method.kind() == MethodDecl.Kind.INSTANCE && owner instanceof TypeDecl.ClassDecl;
        if (object) {
            for (FieldDecl field : ((TypeDecl.ClassDecl) owner).fields()) {
                start = start.with(Place.ofField(field), Lent.of(borrowing.loansOf(field)));
            }
        }
        for (Local parameter : method.parameters()) {
            if (types.carries(parameter.type()) && borrowing.takes(method, parameter)) {
                start = handedOver(start, parameter, object ? ((TypeDecl.ClassDecl) owner).fields() : List.of());
            } else if (types.carries(parameter.type())) {
                start = start.with(Place.of(parameter), Lent.of(Set.of(Loan.of(Place.of(parameter)))));
            }
        }
        return start;
    }

    /** What is handed over may depend on what is handed over with it, or on parts of the new owner: no more than the types tell. */
    private Loans handedOver(Loans start, Local parameter, List<FieldDecl> fields) {
        Place place = Place.of(parameter);
        Loans result = start.with(place, Lent.of(Set.of(Loan.behind(place))));
        for (Local other : method.parameters()) {
            boolean moved = !other.equals(parameter) && borrowing.takes(method, other);
            if (moved && borrowing.mayKeep(parameter.type(), other.type())) {
                result = result.with(place, result.at(place).with(Set.of(Loan.of(Place.of(other)))));
            }
        }
        for (FieldDecl field : fields) {
            Place part = Place.ofField(field);
            if (types.isInside(field) && borrowing.mayKeep(parameter.type(), field.type())) {
                result = result.with(place, result.at(place).with(Set.of(Loan.of(part))));
            }
            boolean keeps = result.at(part).loans().stream().anyMatch(Loan::behind);
            if (method.movesReceiver() && keeps && borrowing.mayKeep(field.type(), parameter.type())) {
                result = result.with(part, result.at(part).with(Set.of(Loan.of(place))));
            }
        }
        return result;
    }

    @Override
    public Loans after(Node node, Loans before) {
        Optional<Holdings> held = holdings.before(node);
        if (node.kind() != Node.Kind.STATEMENT || held.isEmpty()) {
            return before;
        }
        Stmt statement = node.statement().orElseThrow();
        List<Place> gone = consumedBy(node);
        Loans now = step(node, statement, !gone.isEmpty(), lending(node, before), before);
        for (Place place : gone) {
            Set<FieldDecl> changeable = place.path().stream().filter(types::isChangeable).collect(Collectors.toSet());
            now = now.gone(place, statement.span()).replaced(changeable, statement.span());
        }
        return now;
    }

    private Loans step(Node node, Stmt statement, boolean moves, Lending lending, Loans before) {
        if (statement instanceof Stmt.Declare s) {
            return into(s.local(), s.value().map(v -> moves ? lending.taken(v) : lending.of(v)).orElse(Set.of()), before);
        }
        if (statement instanceof Stmt.Assign s) {
            return into(s.local(), moves ? lending.taken(s.value()) : lending.of(s.value()), before);
        }
        if (statement instanceof Stmt.SetField s) {
            return stored(node, s, moves, lending, before);
        }
        if (statement instanceof Stmt.SetElement s) {
            return kept(s.array(), lending.of(s.value()), before);
        }
        if (statement instanceof Stmt.Bind s) {
            return into(s.result(), lending.of(s.source()), before);
        }
        if (statement instanceof Stmt.Slice s) {
            return into(s.result(), lending.of(s.bytes()), before);
        }
        Optional<CallLoans> call = call(node, lending);
        if (call.isPresent()) {
            return called(statement, call.get(), before);
        }
        return statement.effectResult().map(local -> into(local, Set.of(), before)).orElse(before);
    }

    private Loans into(Local local, Set<Loan> loans, Loans before) {
        return types.carries(local.type()) ? before.with(Place.of(local), Lent.of(loans)) : before;
    }

    private Loans stored(Node node, Stmt.SetField s, boolean moves, Lending lending, Loans before) {
        FieldDecl field = s.field();
        if (!types.carries(field.type())) {
            return before;
        }
        Set<FieldDecl> changeable = types.isChangeable(field) ? Set.of(field) : Set.of();
        Loans now = before.replaced(changeable, s.span());
        if (!(s.object() instanceof Expr.This)) {
            return now;
        }
        Place target = Place.ofField(field);
        Optional<Place> from = flow.place(s.value()).filter(p -> p.root().isPresent() && p.path().isEmpty());
        Holdings after = flow.after(node, holdings.before(node).orElseThrow());
        boolean kept = from.flatMap(after::at).flatMap(Hold::keptIn).equals(Optional.of(target));
        Lent given = Lent.of(moves ? lending.taken(s.value()) : lending.of(s.value()));
        // What was lent of the value before is lent by the field from here on.
        if (kept || from.isPresent() && consumedBy(node).equals(List.of(from.get()))) {
            Loans renamed = now.renamed(from.get(), target, changeable);
            return renamed.with(target, kept ? renamed.at(from.get()) : given);
        }
        return now.with(target, given);
    }

    private Loans called(Stmt statement, CallLoans call, Loans before) {
        Loans now = before.replaced(call.replaces(), statement.span());
        if (statement instanceof Stmt.New || statement instanceof Stmt.Embed) {
            Set<Loan> all = call.kept().stream().filter(k -> k.holder().isEmpty()).flatMap(k -> k.loans().stream())
                    .collect(Collectors.toSet());
            now = statement instanceof Stmt.New made
                    ? now.with(Place.of(made.result()), Lent.of(all))
                    : now.with(Place.ofField(((Stmt.Embed) statement).field()), Lent.of(all));
        } else if (statement.effectResult().isPresent()) {
            now = into(statement.effectResult().get(), call.result(), now);
        }
        for (CallLoans.Kept kept : call.kept()) {
            if (kept.holder().isPresent()) {
                now = kept(kept.holder().get(), kept.loans(), now);
            }
        }
        return now;
    }

    /** Something goes on with more loans than it had. */
    private Loans kept(Expr holder, Set<Loan> loans, Loans before) {
        Optional<Place> place = flow.place(holder);
        if (loans.isEmpty() || place.isEmpty()) {
            return before;
        }
        Place key = place.get().root().isPresent() ? new Place(place.get().root(), List.of())
                : place.get().path().isEmpty() ? place.get() : Place.ofField(place.get().path().get(0));
        return key.equals(Place.THIS) ? before : before.with(key, before.at(key).with(others(loans, key)));
    }

    private static Set<Loan> others(Set<Loan> loans, Place holder) {
        return loans.stream().filter(l -> !l.lender().equals(holder) && !l.lender().isPartOf(holder)).collect(Collectors.toSet());
    }

    @Override
    public Optional<Loans> along(Edge edge, Loans before, Loans after) {
        if (!edge.threw()) {
            return Optional.of(after);
        }
        Node node = edge.from();
        Stmt statement = node.statement().orElseThrow();
        // What a call that fails has moved is its caller's again; what it has stored stays stored.
        return Optional.of(call(node, lending(node, before))
                .map(call -> before.replaced(call.replaces(), statement.span())).orElse(before));
    }

    /** Gives each expression whose value the statement or condition of a node looks at. */
    static void eachRead(List<Expr> expressions, Consumer<Expr> reader) {
        for (Expr e : expressions) {
            reader.accept(e);
            boolean ofThis = e instanceof Expr.Field field && field.object() instanceof Expr.This;
            if (!ofThis) {
                eachRead(Expressions.operands(e), reader);
            }
        }
    }
}
