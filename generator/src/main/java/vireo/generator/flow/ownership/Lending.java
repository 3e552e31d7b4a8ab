// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Expressions;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** What the values of expressions depend on, at one point of a method. */
final class Lending {
    private final MethodDecl method;
    private final Program program;
    private final LinearTypes linear;
    private final LoanTypes types;
    private final Definitions definitions;
    private final Map<FieldDecl, Set<Loan>> fields;
    private final Holdings holdings;
    private final Loans loans;

    Lending(MethodDecl method, Program program, LinearTypes linear, LoanTypes types, Definitions definitions,
            Map<FieldDecl, Set<Loan>> fields, Holdings holdings, Loans loans) {
        this.method = method;
        this.program = program;
        this.linear = linear;
        this.types = types;
        this.definitions = definitions;
        this.fields = fields;
        this.holdings = holdings;
        this.loans = loans;
    }

    /** Whoever borrows the value depends on these. */
    Set<Loan> of(Expr e) {
        if (!types.carries(e.type())) {
            return Set.of();
        }
        if (e instanceof Expr.Get get) {
            return of(get);
        }
        if (e instanceof Expr.This) {
            return Set.of(Loan.of(Place.THIS));
        }
        if (e instanceof Expr.Field field) {
            return of(field);
        }
        if (e instanceof Expr.Conditional choice) {
            return union(of(choice.yes()), of(choice.no()));
        }
        if (e instanceof Expr.NewValue made) {
            Set<Loan> all = new HashSet<>();
            made.components().forEach(c -> all.addAll(linear.isLinearValue(c.type()) ? taken(c) : of(c)));
            return all;
        }
        Set<Loan> all = new HashSet<>();
        Expressions.operands(e).forEach(operand -> all.addAll(of(operand)));
        return all;
    }

    private Set<Loan> of(Expr.Get get) {
        Place place = Place.of(get.local());
        return isOwner(place, get.local().type()) ? Set.of(Loan.of(canonical(place))) : loans.at(place).loans();
    }

    private boolean isParameter(Local local) {
        return local.kind() == Local.Kind.PARAMETER || local.kind() == Local.Kind.MOVED_PARAMETER;
    }

    private boolean isOwner(Place place, Type type) {
        if (!linear.isLinear(type)) {
            return false;
        }
        Hold hold = holdings.at(place).orElse(Hold.SOMEBODY_ELSES);
        return hold.has(Hold.OWNED) || hold.has(Hold.KEPT) || hold.has(Hold.MOVED);
    }

    private Place canonical(Place place) {
        return holdings.at(place).flatMap(Hold::keptIn).orElse(place);
    }

    private Set<Loan> of(Expr.Field e) {
        FieldDecl field = e.field();
        boolean record = program.type(field.owner()).orElse(null) instanceof TypeDecl.RecordDecl;
        if (record && !linear.isInside(field)) {
            return behind(e.object());
        }
        Set<FieldDecl> through = types.isChangeable(field) ? Set.of(field) : Set.of();
        if (e.object() instanceof Expr.This) {
            Place place = Place.ofField(field);
            return types.isInside(field) ? Set.of(new Loan(place, false, through)) : loans.at(place).loans();
        }
        Set<Loan> found = new HashSet<>();
        if (types.isInside(field)) {
            for (Loan loan : of(e.object())) {
                boolean itself = definitions.place(e.object()).map(this::canonical).equals(Optional.of(loan.lender()));
                found.add((itself && !loan.behind() ? loan.from(loan.lender().part(field)) : loan).through(through));
            }
            return found;
        }
        for (Loan loan : fields.getOrDefault(field, Set.of())) {
            (loan.behind() ? behind(e.object()) : of(e.object())).forEach(l -> found.add(l.through(loan.through())));
        }
        return found;
    }

    /** What a value depends on that was moved to another holder: its own memory went with it. */
    Set<Loan> taken(Expr e) {
        if (e instanceof Expr.Conditional choice) {
            return union(taken(choice.yes()), taken(choice.no()));
        }
        return e instanceof Expr.NewValue ? of(e) : behind(e);
    }

    /** Whoever gets what the value refers to depends on these. */
    Set<Loan> behind(Expr e) {
        if (e instanceof Expr.This) {
            return Set.of(Loan.behind(Place.THIS));
        }
        if (e instanceof Expr.Convert convert) {
            return behind(convert.operand());
        }
        if (e instanceof Expr.Get get) {
            Place place = Place.of(get.local());
            if (get.local().kind() == Local.Kind.PARAMETER && definitions.of(get.local()).isEmpty()) {
                return Set.of(Loan.behind(place));
            }
            if (isOwner(place, get.local().type())) {
                return loans.at(canonical(place)).loans();
            }
        }
        if (e instanceof Expr.Field field && field.object() instanceof Expr.This && types.isInside(field.field())
                && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl) {
            return loans.at(Place.ofField(field.field())).loans();
        }
        if (e instanceof Expr.Field field && linear.isInside(field.field())) {
            return behind(field.object());
        }
        return reached(of(e));
    }

    /** What is behind something in a lender is in the lender, or behind it. */
    private Set<Loan> reached(Set<Loan> from) {
        Set<Loan> all = new HashSet<>(from);
        for (Loan loan : from) {
            Place lender = loan.lender();
            if (lender.root().isPresent() && isParameter(lender.root().get()) || lender.equals(Place.THIS)) {
                all.add(new Loan(new Place(lender.root(), List.of()), true, loan.through()));
            } else if (lender.root().isEmpty()) {
                all.addAll(loans.at(Place.ofField(lender.path().get(0))).loans());
            }
        }
        return all;
    }

    private static Set<Loan> union(Set<Loan> first, Set<Loan> second) {
        Set<Loan> all = new HashSet<>(first);
        all.addAll(second);
        return all;
    }
}
