// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.resolve.Findings;
import vireo.generator.source.Span;

/**
 * Checks that variables are assigned before they are read, and final fields before the constructor ends (VR114). In C both would
 * be whatever the memory held.
 */
final class DefiniteAssignment {
    /** A place that a break may lead to, with what is assigned there on every way so far; null while no break does. */
    private static final class Exit {
        private final Optional<String> label;
        private Set<Object> assigned;

        Exit(Optional<String> label) {
            this.label = label;
        }
    }

    private final Findings findings;
    private final List<FieldDecl> finals;
    private final Deque<Exit> exits = new ArrayDeque<>();
    private final Set<Object> pending = new HashSet<>();
    private final Set<Object> reported = new HashSet<>();

    /** What is assigned on every path to here; null where no path leads. */
    private Set<Object> assigned = new HashSet<>();

    private DefiniteAssignment(Findings findings, List<FieldDecl> finals) {
        this.findings = findings;
        this.finals = finals;
        pending.addAll(finals);
    }

    /**
     * Checks one method.
     *
     * @param finals the final fields that a constructor has to assign; none for a method
     */
    static void check(MethodDecl method, List<FieldDecl> finals, Span end, Findings findings) {
        if (method.body().isEmpty()) {
            return;
        }
        DefiniteAssignment check = new DefiniteAssignment(findings, finals);
        check.statements(method.body().get());
        check.leave(end);
    }

    private void leave(Span at) {
        if (assigned == null) {
            return;
        }
        for (FieldDecl field : finals) {
            if (!assigned.contains(field) && reported.add(field)) {
                findings.report(
                        "VR114",
                        field.span(),
                        "final field `" + field.name() + "` is not assigned on every path of the constructor",
                        "In C it would hold whatever was in the memory.",
                        "Assign it in the constructor, or where it is declared.",
                        at,
                        "a path ends here");
            }
        }
    }

    private void statements(List<Stmt> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Stmt s) {
        if (assigned == null || s instanceof Stmt.Comment) {
            return;
        }
        if (s instanceof Stmt.Declare d) {
            d.value().ifPresent(this::read);
            if (d.value().isEmpty()) {
                pending.add(d.local());
                assigned.remove(d.local());
            }
        } else if (s instanceof Stmt.If i) {
            branch(i);
        } else if (s instanceof Stmt.Loop l) {
            loop(l);
        } else if (s instanceof Stmt.Switch w) {
            choice(w);
        } else if (s instanceof Stmt.Try t) {
            attempt(t);
        } else if (s instanceof Stmt.Block b) {
            statements(b.body());
        } else if (s instanceof Stmt.Break b) {
            exits.stream()
                    .filter(x -> b.label().isEmpty() || x.label.equals(b.label()))
                    .findFirst()
                    .ifPresent(x -> x.assigned = meet(x.assigned, assigned));
            assigned = null;
        } else if (s instanceof Stmt.Continue) {
            assigned = null;
        } else if (s instanceof Stmt.Return r) {
            r.value().ifPresent(this::read);
            leave(r.span());
            assigned = null;
        } else if (s instanceof Stmt.Throw t) {
            read(t.errno());
            assigned = null;
        } else {
            StatementOperands.of(s).forEach(this::read);
            StatementOperands.assigned(s).ifPresent(assigned::add);
        }
    }

    private void branch(Stmt.If i) {
        read(i.condition());
        Set<Object> before = new HashSet<>(assigned);
        statements(i.then());
        Set<Object> then = assigned;
        assigned = before;
        statements(i.otherwise());
        assigned = meet(then, assigned);
    }

    private void loop(Stmt.Loop l) {
        Exit exit = new Exit(l.label());
        exits.push(exit);
        Set<Object> out;
        if (l.testFirst()) {
            statements(l.header());
            readIfReached(l.condition());
            out = assigned == null ? null : new HashSet<>(assigned);
            statements(l.body());
            if (assigned == null) {
                // A continue may lead to the update all the same; what it reads was assigned before the loop or in the
                // header.
                assigned = out == null ? null : new HashSet<>(out);
            }
            statements(l.update());
        } else {
            Set<Object> before = new HashSet<>(assigned);
            statements(l.body());
            assigned = assigned == null ? before : assigned;
            statements(l.header());
            readIfReached(l.condition());
            out = assigned;
        }
        exits.pop();
        boolean endless = l.condition() instanceof Expr.BoolConst c && c.value();
        assigned = endless ? exit.assigned : meet(out, exit.assigned);
    }

    private void choice(Stmt.Switch w) {
        read(w.subject());
        Exit exit = new Exit(Optional.empty());
        exits.push(exit);
        Set<Object> before = assigned;
        Set<Object> after = null;
        List<List<Stmt>> bodies =
                new ArrayList<>(w.cases().stream().map(Stmt.Case::body).toList());
        w.otherwise().ifPresent(bodies::add);
        for (List<Stmt> body : bodies) {
            assigned = new HashSet<>(before);
            statements(body);
            after = meet(after, assigned);
        }
        exits.pop();
        assigned = meet(w.otherwise().isPresent() ? after : meet(after, before), exit.assigned);
    }

    private void attempt(Stmt.Try t) {
        Set<Object> before = new HashSet<>(assigned);
        statements(t.body());
        Set<Object> after = assigned;
        if (t.handler().isPresent()) {
            assigned = new HashSet<>(before);
            statements(t.handler().get());
            after = meet(after, assigned);
        }
        assigned = new HashSet<>(before);
        statements(t.cleanup());
        if (after != null && assigned != null) {
            assigned.addAll(after);
        } else {
            assigned = null;
        }
    }

    private static Set<Object> meet(Set<Object> a, Set<Object> b) {
        if (a == null || b == null) {
            return a == null ? b == null ? null : new HashSet<>(b) : new HashSet<>(a);
        }
        Set<Object> both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }

    private void readIfReached(Expr e) {
        if (assigned != null) {
            read(e);
        }
    }

    private void read(Expr e) {
        if (e instanceof Expr.Get get) {
            refuse(get.local(), get.local().name(), "variable", e.span());
        }
        if (e instanceof Expr.Field f && f.object() instanceof Expr.This) {
            refuse(f.field(), f.field().name(), "final field", e.span());
        }
        Operands.of(e).forEach(this::read);
    }

    private void refuse(Object place, String name, String kind, Span at) {
        boolean authors = !(place instanceof Local local) || local.kind() == Local.Kind.VARIABLE;
        if (authors && pending.contains(place) && !assigned.contains(place) && reported.add(place)) {
            findings.report(
                    "VR114",
                    at,
                    kind + " `" + name + "` may be read before it is assigned",
                    "In C it would hold whatever was in the memory.",
                    "Assign it on every path before, or where it is declared.");
        }
    }
}
