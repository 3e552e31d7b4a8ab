// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * What depends on what, in the whole program: what the results of methods depend on, what objects keep, and what lies in fields. All
 * of it only grows until it is true of every method.
 */
final class Borrowing {
    private final Program program;
    private final CallGraph calls;
    private final LinearTypes linear;
    private final Origins origins;
    private final Summaries moves;
    private final LoanTypes types;
    private final Map<String, LoanSummary> summaries = new HashMap<>();
    private final Map<FieldDecl, Set<Loan>> fields = new HashMap<>();
    private final Map<String, MethodLoans> methods = new LinkedHashMap<>();
    private boolean grown;

    Borrowing(CallGraph calls, LinearTypes linear, Origins origins, Summaries moves, Function<MethodDecl, MethodOwnership> flows,
            Function<MethodDecl, Solution<Holdings>> solutions) {
        this.calls = calls;
        this.program = calls.program();
        this.linear = linear;
        this.origins = origins;
        this.moves = moves;
        this.types = new LoanTypes(program, linear, origins);
        for (MethodDecl method : calledFirst()) {
            methods.put(method.key(), new MethodLoans(flows.apply(method), solutions.apply(method), this));
            replaces(method);
        }
        do {
            grown = false;
            methods.values().forEach(this::learn);
        } while (grown);
    }

    Program program() {
        return program;
    }

    LoanTypes types() {
        return types;
    }

    boolean isLinear(Type type) {
        return linear.isLinear(type);
    }

    Set<Loan> loansOf(FieldDecl field) {
        return fields.getOrDefault(field, Set.of());
    }

    /** Whether a call takes the parameter over: as its declaration says, or, of a private method, its body. */
    boolean takes(MethodDecl method, Local parameter) {
        return moves.of(method).parameters().contains(method.parameters().indexOf(parameter));
    }

    boolean mayKeep(Type keeper, Type lender) {
        return types.mayKeep(keeper, lender, this::loansOf);
    }

    MethodLoans loans(MethodDecl method) {
        return methods.get(method.key());
    }

    Lending lending(MethodDecl method, Holdings holdings, Loans loans) {
        return new Lending(method, program, linear, types, origins.definitions(method), fields, holdings, loans);
    }

    CallLoans call(String key, Optional<Expr> receiver, List<Expr> arguments, Lending lending, List<Place> consumed) {
        return new CallLoans(program.method(key).orElseThrow(), calls.targets(key), receiver, arguments, this::summary, lending, consumed);
    }

    private LoanSummary summary(MethodDecl method) {
        return summaries.computeIfAbsent(method.key(), key -> LoanSummary.empty());
    }

    private List<MethodDecl> calledFirst() {
        Set<String> seen = new HashSet<>();
        Set<MethodDecl> order = new LinkedHashSet<>();
        calls.methods().forEach(m -> visit(m, seen, order));
        return new ArrayList<>(order);
    }

    private void visit(MethodDecl method, Set<String> seen, Set<MethodDecl> order) {
        if (method.body().isPresent() && seen.add(method.key())) {
            calls.callsOf(method).forEach(site -> visit(site.callee(), seen, order));
            order.add(method);
        }
    }

    /** What a method and all that it calls may store in fields that own something; in the order of calls. */
    private void replaces(MethodDecl method) {
        Set<FieldDecl> replaced = summary(method).replaces();
        Statements.walk(method.body().orElseThrow(), s -> {
            boolean first = method.kind() == MethodDecl.Kind.CONSTRUCTOR && s instanceof Stmt.SetField f && f.object() instanceof Expr.This;
            if (s instanceof Stmt.SetField f && types.isChangeable(f.field()) && !first) {
                replaced.add(f.field());
            }
        });
        calls.callsOf(method).forEach(site -> replaced.addAll(summary(site.callee()).replaces()));
    }

    private void learn(MethodLoans loans) {
        MethodDecl method = loans.method();
        Solution<Loans> solution = loans.solve();
        LoanSummary summary = summary(method);
        for (Node node : loans.cfg().reversePostOrder()) {
            Optional<Loans> before = solution.before(node);
            if (before.isPresent() && node.kind() == Node.Kind.STATEMENT) {
                learn(loans, node, node.statement().orElseThrow(), before.get(), summary);
            }
        }
        solution.before(loans.cfg().exit()).ifPresent(end -> kept(method, end, summary));
        if (method.kind() != MethodDecl.Kind.CONSTRUCTOR) {
            solution.before(loans.cfg().thrown()).ifPresent(end -> kept(method, end, summary));
        }
    }

    private void learn(MethodLoans loans, Node node, Stmt statement, Loans before, LoanSummary summary) {
        Lending lending = loans.lending(node, before);
        if (statement instanceof Stmt.Return r && r.value().isPresent()) {
            Expr value = r.value().get();
            Set<Loan> result = loans.consumedBy(node).isEmpty() ? lending.of(value) : lending.taken(value);
            grown |= summary.result().addAll(outside(result));
        }
        loans.call(node, lending).ifPresent(call -> call.kept().forEach(kept -> kept.holder().ifPresent(holder -> {
            for (Loan held : lending.of(holder)) {
                if (isGiven(held.lender())) {
                    grown |= summary.keep(new Place(held.lender().root(), List.of()), foreign(kept.loans(), held.lender()));
                }
            }
        })));
    }

    /** At the end of a method: what the fields of its object depend on, and what the object keeps from now on. */
    private void kept(MethodDecl method, Loans end, LoanSummary summary) {
        end.all().forEach((place, lent) -> {
            if (place.ownField().isPresent() && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl) {
                Set<Loan> ofObject = new HashSet<>();
                lent.loans().forEach(l -> ofObject.add(l.isOfThis() ? l : Loan.behind(Place.THIS).through(l.through())));
                ofObject.removeIf(l -> !l.behind() && l.lender().equals(place));
                if (!ofObject.isEmpty()) {
                    grown |= fields.computeIfAbsent(place.ownField().get(), f -> new HashSet<>()).addAll(ofObject);
                }
                grown |= summary.keep(Place.THIS, foreign(outside(lent.loans()), Place.THIS));
            }
        });
    }

    /** What others than the holder lend. */
    private static Set<Loan> foreign(Set<Loan> loans, Place holder) {
        Set<Loan> others = new HashSet<>(outside(loans));
        others.removeIf(l -> l.lender().root().equals(holder.root()));
        return others;
    }

    /** What is lent by somebody whom the caller knows. */
    private static Set<Loan> outside(Set<Loan> loans) {
        Set<Loan> known = new HashSet<>(loans);
        known.removeIf(l -> !isGiven(l.lender()));
        return known;
    }

    private static boolean isGiven(Place place) {
        return place.root().map(l -> l.kind() == Local.Kind.PARAMETER || l.kind() == Local.Kind.MOVED_PARAMETER).orElse(true);
    }
}
