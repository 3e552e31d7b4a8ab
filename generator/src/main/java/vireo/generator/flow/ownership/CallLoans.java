// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;

/** What a call does to loans, in terms of the caller: its summaries with the arguments put in. */
final class CallLoans {
    private final List<MethodDecl> targets;
    private final MethodDecl declared;
    private final Optional<Expr> receiver;
    private final List<Expr> arguments;
    private final Function<MethodDecl, LoanSummary> summaries;
    private final Lending lending;
    private final List<Place> consumed;

    /** Something that goes on with more loans than it had. */
    record Kept(Optional<Expr> holder, Set<Loan> loans) {}

    /**
     * @param targets the methods that may be called; empty where somebody else has the object
     * @param consumed what the call takes over
     */
    CallLoans(MethodDecl declared, List<MethodDecl> targets, Optional<Expr> receiver, List<Expr> arguments,
            Function<MethodDecl, LoanSummary> summaries, Lending lending, List<Place> consumed) {
        this.declared = declared;
        this.targets = targets.stream().filter(t -> t.body().isPresent()).toList();
        this.receiver = receiver;
        this.arguments = arguments;
        this.summaries = summaries;
        this.lending = lending;
        this.consumed = consumed;
    }

    /** What the result depends on. */
    Set<Loan> result() {
        Set<Loan> all = new HashSet<>();
        for (MethodDecl target : targets) {
            all.addAll(given(target, summaries.apply(target).result()));
        }
        if (targets.isEmpty()) {
            receiver.ifPresent(r -> all.addAll(declared.movesReceiver() ? handedOver(r) : lending.of(r)));
            for (int i = 0; i < arguments.size(); i++) {
                all.addAll(isMoved(i) ? handedOver(arguments.get(i)) : lending.of(arguments.get(i)));
            }
        }
        return all;
    }

    /** Who keeps what beyond the call; the object of the method has no expression where it is under construction. */
    List<Kept> kept() {
        List<Kept> all = new ArrayList<>();
        for (MethodDecl target : targets) {
            summaries.apply(target).keeps().forEach((holder, loans) -> {
                Optional<Expr> who = holder.root().map(p -> arguments.get(target.parameters().indexOf(p))).or(() -> receiver);
                all.add(new Kept(who, given(target, loans)));
            });
        }
        if (targets.isEmpty()) {
            for (int i = 0; i < arguments.size(); i++) {
                if (isMoved(i)) {
                    all.add(new Kept(receiver, handedOver(arguments.get(i))));
                }
            }
        }
        return all;
    }

    /** The fields in which the call may store another value. */
    Set<FieldDecl> replaces() {
        Set<FieldDecl> all = new HashSet<>();
        targets.forEach(t -> all.addAll(summaries.apply(t).replaces()));
        return all;
    }

    private boolean isMoved(int parameter) {
        return declared.parameters().get(parameter).kind() == Local.Kind.MOVED_PARAMETER;
    }

    private Set<Loan> given(MethodDecl target, Set<Loan> loans) {
        Set<Loan> all = new HashSet<>();
        for (Loan loan : loans) {
            Optional<Expr> lender = loan.lender().root().map(p -> arguments.get(target.parameters().indexOf(p))).or(() -> receiver);
            if (lender.isPresent()) {
                given(loan, lender.get()).forEach(l -> all.add(l.through(loan.through())));
            }
        }
        return all;
    }

    private Set<Loan> given(Loan loan, Expr lender) {
        if (loan.behind()) {
            boolean moved = loan.lender().root().map(l -> l.kind() == Local.Kind.MOVED_PARAMETER).orElse(declared.movesReceiver());
            return moved ? handedOver(lender) : lending.behind(lender);
        }
        return lender instanceof Expr.This && loan.isOfThis() ? Set.of(loan) : lending.of(lender);
    }

    /** What a value depends on that is taken over, apart from what is taken over with it: the method that takes both sees to that. */
    private Set<Loan> handedOver(Expr e) {
        Set<Loan> all = new HashSet<>(lending.behind(e));
        all.removeIf(l -> !l.behind() && consumed.stream().anyMatch(l::touches));
        return all;
    }
}
