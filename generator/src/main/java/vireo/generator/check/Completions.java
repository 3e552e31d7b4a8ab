// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.CallEffects;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Needs;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What is known of the device having given memory back, and what reads of that memory need to know. */
final class Completions implements Needs {
    /** The device has given back a request, and was given nothing since. */
    private static final Fact COMPLETED = Fact.of("completed");

    /** Of a request that it gave back it has written everything. */
    private static final Fact FULL = Fact.of("full");

    /** What numbers of delivered bytes speak of was not handed to the device again. */
    private static final Fact HELD = Fact.of("held");

    /** The bytes end where the device's end. */
    private static final String VIEW = "view";

    /** Bytes may be read that no number bounds. */
    private static final String READABLE = "readable";

    /** What a need is about, and with it which words a refusal takes. */
    enum Subject {
        /** More than was delivered may be read. */
        BEYOND,
        /** Nothing was delivered. */
        EARLY,
        /** What was delivered may be with the device again. */
        HANDED_OVER,
        /** A cell of the device's. */
        CELL,
        /** A constant that claims that all was written. */
        CLAIM
    }

    private final Deliveries deliveries;
    private final CallEffects<Boolean> publishing;
    private final Places places;
    private final boolean tells;
    private final Findings findings;

    Completions(Deliveries deliveries, CallEffects<Boolean> publishing, Places places, boolean tells, Findings findings) {
        this.deliveries = deliveries;
        this.publishing = publishing;
        this.places = places;
        this.tells = tells;
        this.findings = findings;
    }

    @Override
    public Set<Fact> atEntry() {
        return Set.of(HELD);
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        Set<Fact> made = new HashSet<>();
        if (statement instanceof Stmt.Slice slice && (deliveries.isBounded(slice)
                || before.holds(Fact.of(VIEW, places.of(slice.bytes()))))) {
            made.add(Fact.of(VIEW, Place.of(slice.result())));
        }
        if (statement.effectResult().filter(local -> deliveries.tells(local.type())).isPresent()) {
            made.add(HELD);
        }
        return made;
    }

    @Override
    public boolean survives(Fact fact, Stmt statement) {
        return fact.kind().equals(VIEW) || publishing.of(statement).isEmpty();
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        Set<Fact> found = new HashSet<>();
        if (condition instanceof Expr.Binary test) {
            compared(test.op(), test.left(), test.right(), outcome, found);
            compared(mirrored(test.op()), test.right(), test.left(), outcome, found);
        }
        return found;
    }

    private void compared(Expr.BinaryOp op, Expr value, Expr other, boolean outcome, Set<Fact> found) {
        boolean equal = op == Expr.BinaryOp.EQ && outcome || op == Expr.BinaryOp.NE && !outcome;
        if (equal && deliveries.isDelivered(other)) {
            found.add(COMPLETED);
            found.add(FULL);
        }
        BigInteger number = number(other);
        if (number == null || !(value.type() instanceof Type.Int)) {
            return;
        }
        Expr declared = declared(value);
        if (equal && number.signum() == 0 && Deliveries.isDeclared(declared, Type.Qualifier.UNDELIVERED)) {
            found.add(FULL);
        }
        if (Deliveries.isDeclared(declared, Type.Qualifier.COMPLETED) && isThere(op, declared, number, outcome)) {
            found.add(COMPLETED);
        }
    }

    /** What a variable that is assigned once was assigned, where its own declaration says nothing. */
    private Expr declared(Expr e) {
        return Deliveries.slot(e) instanceof Expr.Get get && ((Type.Int) get.type()).qualifiers().stream().noneMatch(Type.Qualifier::isOrigin)
                ? places.defined(get.local()).filter(value -> value.type() instanceof Type.Int).orElse(e) : e;
    }

    /** Whether the number of a request is found to be none of those that stand for no request. */
    private static boolean isThere(Expr.BinaryOp op, Expr value, BigInteger number, boolean outcome) {
        BigInteger least = ((Type.Int) Deliveries.slot(value).type()).range().min();
        BigInteger first = BigInteger.ONE.negate();
        return switch (op) {
            case EQ -> outcome ? number.signum() >= 0 : isNone(number, least);
            case NE -> outcome ? isNone(number, least) : number.signum() >= 0;
            case GE -> outcome && number.signum() >= 0;
            case GT -> outcome && number.compareTo(first) >= 0;
            case LT -> !outcome && number.signum() >= 0;
            case LE -> !outcome && number.compareTo(first) >= 0;
            default -> false;
        };
    }

    private static boolean isNone(BigInteger number, BigInteger least) {
        return number.equals(least) && number.equals(BigInteger.ONE.negate());
    }

    private static Expr.BinaryOp mirrored(Expr.BinaryOp op) {
        return switch (op) {
            case LT -> Expr.BinaryOp.GT;
            case GT -> Expr.BinaryOp.LT;
            case LE -> Expr.BinaryOp.GE;
            case GE -> Expr.BinaryOp.LE;
            default -> op;
        };
    }

    private static BigInteger number(Expr e) {
        Expr value = Deliveries.slot(e);
        return value instanceof Expr.Const constant ? constant.value() : value instanceof Expr.NamedConst named ? named.value() : null;
    }

    @Override
    public boolean isMet(Fact needed, Knowledge known) {
        return known.holds(needed) || needed.kind().equals(READABLE) && (known.holds(COMPLETED) && known.holds(FULL)
                || known.holds(HELD) && known.holds(Fact.of(VIEW, needed.place(0))));
    }

    @Override
    public List<Need> needs(Node at, Stmt statement, Knowledge before) {
        List<Need> needs = new ArrayList<>();
        Optional<Expr> bytes = Deliveries.bytes(statement);
        if (bytes.isPresent() && deliveries.isBounded(statement)) {
            needs.add(new Need(HELD, Subject.HANDED_OVER, statement.span()));
        } else if (bytes.isPresent() && deliveries.isOpen(statement)) {
            Place place = places.of(bytes.get());
            boolean asked = place.local().filter(local -> places.isAssigned(local)).isEmpty();
            needs.add(new Need(Fact.of(READABLE, asked ? place : Place.constant("bytes")),
                    tells || before.holds(COMPLETED) ? Subject.BEYOND : Subject.EARLY, statement.span()));
        }
        if (statement instanceof Stmt.ReadCell read && isOfTheDevice(read.cell())) {
            needs.add(new Need(COMPLETED, Subject.CELL, statement.span()));
        }
        if (!(statement instanceof Stmt.If) && !(statement instanceof Stmt.Loop)) {
            Statements.expressions(statement).forEach(e -> claims(e, needs));
        }
        if (!needs.isEmpty()) {
            findings.proved("delivered bytes", statement);
        }
        return needs;
    }

    /** The constants that the statement moves somewhere: those that are compared claim nothing. */
    private void claims(Expr e, List<Need> needs) {
        if (deliveries.isDelivered(e)) {
            needs.add(new Need(COMPLETED, Subject.CLAIM, e.span()));
            needs.add(new Need(FULL, Subject.CLAIM, e.span()));
        }
        if (!(e instanceof Expr.Binary)) {
            Expressions.operands(e).forEach(operand -> claims(operand, needs));
        }
    }

    private boolean isOfTheDevice(Expr cell) {
        Expr of = cell instanceof Expr.DmaElement element ? places.seen(element.array()) : cell;
        return of instanceof Expr.DmaField field && field.field().value().filter(value -> value.qualifiers().contains(Type.Qualifier.WRITTEN_BY_DEVICE))
                .isPresent();
    }
}
