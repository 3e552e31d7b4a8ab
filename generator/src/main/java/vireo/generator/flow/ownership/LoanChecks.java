// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.source.Span;

/** Nothing is used, kept or returned beyond the life of what it depends on. */
final class LoanChecks {
    private static final Comparator<Loan> BY_NAME = Comparator.comparing(l -> l.lender().toString());

    private final MethodLoans flow;
    private final MethodDecl method;
    private final Borrowing borrowing;
    private final Summaries summaries;
    private final Consumer<Breach> breaches;
    private final Set<List<Object>> told = new HashSet<>();

    LoanChecks(MethodLoans flow, Borrowing borrowing, Summaries summaries, Consumer<Breach> breaches) {
        this.flow = flow;
        this.method = flow.method();
        this.borrowing = borrowing;
        this.summaries = summaries;
        this.breaches = breaches;
    }

    void check() {
        Solution<Loans> solution = flow.solve();
        for (Node node : flow.cfg().reversePostOrder()) {
            Optional<Loans> before = solution.before(node);
            Optional<Holdings> holdings = flow.holdings(node);
            if (before.isPresent() && holdings.isPresent()) {
                new AtNode(node, holdings.get(), before.get()).check();
            }
        }
        ends(solution);
    }

    /** An object that goes on is left with nothing that is gone. */
    private void ends(Solution<Loans> solution) {
        if (method.kind() == MethodDecl.Kind.STATIC || method.movesReceiver()) {
            return;
        }
        List<Node> ends = new ArrayList<>(List.of(flow.cfg().exit()));
        if (method.kind() == MethodDecl.Kind.INSTANCE) {
            ends.add(flow.cfg().thrown());
        }
        for (Node end : ends) {
            solution.before(end).ifPresent(loans -> loans.all().entrySet().stream()
                    .filter(e -> e.getKey().ownField().isPresent() && e.getValue().end().filter(o -> !isPrivateStep(o)).isPresent())
                    .filter(e -> !isNothing(end, e.getKey()))
                    .sorted(Comparator.comparing(e -> e.getKey().toString()))
                    .forEach(e -> tell(Breach.Kind.LEFT_DANGLING, e.getValue().end().orElseThrow().at(), e.getKey(), e.getValue().end())));
        }
    }

    private boolean isNothing(Node at, Place place) {
        return flow.holdings(at).flatMap(h -> h.at(place)).filter(h -> h.flags() == Hold.FREE).isPresent();
    }

    /** What a private method takes from its object its caller has to make good. */
    private boolean isPrivateStep(Lent.End end) {
        return method.isPrivate() && method.kind() == MethodDecl.Kind.INSTANCE && end.lender().root().isEmpty();
    }

    private void tell(Breach.Kind kind, Span at, Object what, Optional<Lent.End> end) {
        List<Breach.Remark> remarks = end.map(e -> List.of(new Breach.Remark(e.at(), "'" + e.lender() + "' goes here"))).orElse(List.of());
        if (told.add(List.of(kind, what.toString(), end.isPresent() ? end.get().at() : at))) {
            breaches.accept(new Breach(kind, at, what.toString(), remarks));
        }
    }

    /** One node, and what is known before it. */
    private final class AtNode {
        private final Node node;
        private final Holdings holdings;
        private final Loans loans;
        private final Lending lending;

        AtNode(Node node, Holdings holdings, Loans loans) {
            this.node = node;
            this.holdings = holdings;
            this.loans = loans;
            this.lending = flow.lending(node, loans);
        }

        void check() {
            if (node.kind() != Node.Kind.STATEMENT) {
                node.condition().ifPresent(c -> used(List.of(c)));
                return;
            }
            Stmt statement = node.statement().orElseThrow();
            boolean onThis = statement instanceof Stmt.Call call && call.receiver().filter(Expr.This.class::isInstance).isPresent();
            if (!Handlers.isRelease(statement)) {
                used(onThis ? ((Stmt.Call) statement).arguments() : read(statement));
            }
            if (onThis) {
                ownCall((Stmt.Call) statement);
            }
            if (statement instanceof Stmt.SetField s) {
                stored(s);
            } else if (statement instanceof Stmt.SetElement s && !borrowing.isLinear(s.value().type())) {
                stored(s.array(), lending.of(s.value()), s.value(), false);
            } else if (statement instanceof Stmt.Return r && r.value().isPresent()) {
                returned(r.value().get());
            }
            flow.call(node, lending).ifPresent(call -> called(statement, call));
            lentAway(statement);
        }

        /** What is stored over is not read. */
        private static List<Expr> read(Stmt statement) {
            return statement instanceof Stmt.SetField s && s.object() instanceof Expr.This ? List.of(s.value()) : Statements.expressions(statement);
        }

        private void used(List<Expr> expressions) {
            MethodLoans.eachRead(expressions, e -> {
                if (e instanceof Expr.Get get) {
                    use(Place.of(get.local()), e);
                } else if (e instanceof Expr.Field field && field.object() instanceof Expr.This) {
                    use(Place.ofField(field.field()), e);
                } else if (e instanceof Expr.This) {
                    whole(e.span());
                }
            });
        }

        private void use(Place place, Expr e) {
            Optional<Lent.End> end = loans.at(place).end();
            boolean gone = flow.place(e).map(this::isMoved).orElse(false);
            if (end.isPresent() && !gone) {
                tell(kind(e.type()), e.span(), place, end);
            }
        }

        /** Whether the value itself was moved away, which is found elsewhere. */
        private boolean isMoved(Place place) {
            for (Optional<Place> part = Optional.of(place); part.isPresent(); part = part.get().whole()) {
                Optional<Hold> hold = holdings.at(part.get());
                Optional<Hold> keeper = hold.flatMap(Hold::keptIn).flatMap(holdings::at);
                if (keeper.or(() -> hold).filter(h -> h.has(Hold.MOVED)).isPresent()) {
                    return true;
                }
            }
            return false;
        }

        /** Whoever gets the whole object may look at each part of it; one that is gone is told. */
        private void whole(Span at) {
            Optional<Place> moved = holdings.all().entrySet().stream()
                    .filter(e -> e.getKey().ownField().isPresent() && e.getValue().has(Hold.MOVED))
                    .map(Map.Entry::getKey).min(Comparator.comparing(Place::toString));
            if (moved.isPresent()) {
                Optional<Span> where = holdings.at(moved.get()).orElseThrow().moved();
                tell(Breach.Kind.USED_AFTER_MOVE, at, moved.get(), where.map(m -> new Lent.End(moved.get(), m)));
                return;
            }
            loans.all().entrySet().stream()
                    .filter(e -> e.getKey().ownField().isPresent() && e.getValue().end().isPresent())
                    .min(Comparator.comparing(e -> e.getKey().toString()))
                    .ifPresent(e -> tell(kind(e.getKey().ownField().orElseThrow().type()), at, e.getKey(), e.getValue().end()));
        }

        private void ownCall(Stmt.Call call) {
            MethodDecl callee = borrowing.program().method(call.method()).orElseThrow();
            for (FieldDecl field : summaries.reads(callee)) {
                Place place = Place.ofField(field);
                loans.at(place).end().ifPresent(end -> tell(kind(field.type()), call.span(), place, Optional.of(end)));
            }
        }

        private static Breach.Kind kind(Type type) {
            return LoanTypes.isView(type) ? Breach.Kind.VIEW_AFTER_MOVE : Breach.Kind.KEEPER_AFTER_MOVE;
        }

        private void stored(Stmt.SetField s) {
            FieldDecl field = s.field();
            boolean ofThis = s.object() instanceof Expr.This;
            if (!ofThis && borrowing.types().isChangeable(field)) {
                tell(Breach.Kind.OVERWRITTEN, s.span(), text(s.object()) + "." + field.name(), Optional.empty());
            }
            boolean taken = !flow.consumedBy(node).isEmpty();
            boolean told = borrowing.isLinear(field.type()) && !taken;
            if (!told && !(ofThis && method.kind() == MethodDecl.Kind.CONSTRUCTOR)) {
                stored(s.object(), taken ? lending.taken(s.value()) : lending.of(s.value()), s.value(), taken);
            }
        }

        /** What a parameter lends is lent for the call, and what a variable lends goes with it. */
        private void stored(Expr holder, Set<Loan> given, Expr value, boolean taken) {
            boolean ofThis = isOfThis(holder);
            boolean constructing = ofThis && method.kind() == MethodDecl.Kind.CONSTRUCTOR;
            boolean local = flow.place(holder).flatMap(Place::root).filter(l -> !method.parameters().contains(l)).isPresent();
            boolean lasts = given.stream().allMatch(l -> ofThis && l.isOfThis() || taken && l.behind());
            if (!lasts && !constructing && !local) {
                tell(Breach.Kind.BORROW_STORED, value.span(), text(value), Optional.empty());
            }
        }

        private boolean isOfThis(Expr holder) {
            return flow.place(holder).filter(p -> p.root().isEmpty()).isPresent();
        }

        private boolean isMovedParameter(Place place) {
            return place.root().filter(l -> l.kind() == Local.Kind.MOVED_PARAMETER).isPresent();
        }

        private boolean isVariable(Place place) {
            return place.root().filter(l -> l.kind() == Local.Kind.VARIABLE || l.kind() == Local.Kind.TEMPORARY).isPresent();
        }

        private void returned(Expr value) {
            Set<Loan> given = flow.consumedBy(node).isEmpty() ? lending.of(value) : lending.taken(value);
            for (Loan loan : given.stream().sorted(BY_NAME).toList()) {
                boolean ends = isVariable(loan.lender()) || isMovedParameter(loan.lender())
                        || loan.isOfThis() && method.movesReceiver();
                if (ends && !loan.behind()) {
                    tell(Breach.Kind.LENDER_ENDS, value.span(), loan.lender(), Optional.empty());
                }
            }
        }

        /** What a call keeps has to last as long as who keeps it. */
        private void called(Stmt statement, CallLoans call) {
            for (CallLoans.Kept kept : call.kept()) {
                if (kept.holder().isPresent() && outlives(kept.holder().get(), kept.loans())) {
                    tell(Breach.Kind.KEPT_TOO_LONG, statement.span(), text(kept.holder().get()), Optional.empty());
                }
            }
            List<Expr> given = new ArrayList<>(MethodLoans.arguments(statement));
            if (statement instanceof Stmt.Call s) {
                s.receiver().ifPresent(given::add);
            }
            for (Expr e : given) {
                Set<FieldDecl> replaced = call.replaces();
                lending.of(e).stream().filter(l -> l.through().stream().anyMatch(replaced::contains)).min(BY_NAME)
                        .ifPresent(l -> tell(kind(e.type()), e.span(), text(e), Optional.of(new Lent.End(l.lender(), statement.span()))));
            }
        }

        /** Whether a holder whom others own goes on when a lender of this method's has gone, or one that was lent for the call. */
        private boolean outlives(Expr holder, Set<Loan> given) {
            Set<Place> holders = new LinkedHashSet<>();
            lending.of(holder).forEach(l -> holders.add(new Place(l.lender().root(), List.of())));
            holders.removeIf(p -> isVariable(p) || isMovedParameter(p)
                    || p.root().isEmpty() && method.kind() == MethodDecl.Kind.CONSTRUCTOR);
            return !holders.isEmpty() && given.stream().anyMatch(l -> !l.behind() && isTransient(l.lender(), holders));
        }

        private boolean isTransient(Place lender, Set<Place> holders) {
            boolean own = isVariable(lender) || isMovedParameter(lender);
            boolean lent = !method.isPrivate() && lender.root().isPresent() && !holders.contains(new Place(lender.root(), List.of()));
            return own || lent;
        }

        /** An argument that is lent to a call which takes its lender. */
        private void lentAway(Stmt statement) {
            List<Place> consumed = flow.consumedBy(node);
            boolean call = CallGraph.target(statement).isPresent() || statement instanceof Stmt.ForeignCall;
            if (!call || consumed.isEmpty()) {
                return;
            }
            for (Expr e : Statements.expressions(statement)) {
                boolean taken = flow.place(e).map(p -> consumed.stream().anyMatch(c -> c.equals(p) || p.isPartOf(c))).orElse(false);
                if (!taken && !(e instanceof Expr.This)) {
                    lending.of(e).stream().filter(l -> !l.behind() && consumed.stream().anyMatch(l::touches)).min(BY_NAME)
                            .ifPresent(l -> tell(kind(e.type()), e.span(), text(e), Optional.of(new Lent.End(l.lender(), statement.span()))));
                }
            }
        }

        private String text(Expr e) {
            return flow.place(e).map(Place::toString).orElse("the value");
        }
    }
}
