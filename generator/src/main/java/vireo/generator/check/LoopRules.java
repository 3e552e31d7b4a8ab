// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Rules;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** What happened in one round of a loop, on every way round: steps of counters, tests of their limits, deadlines not yet passed. */
final class LoopRules implements Rules {
    static final String IN_TIME = "in time";
    static final String UP = "moved up";
    static final String DOWN = "moved down";
    static final String AROUND_8 = "moved around a width of 8 bits";
    static final String AROUND_16 = "moved around a width of 16 bits";
    static final String BELOW = "tested against an upper limit";
    static final String ABOVE = "tested against a lower limit";
    static final String APART = "tested for equality";

    private static final String AT_LEAST = "at least";

    /** The port's name of the question whether a deadline has passed. */
    static final String EXPIRED = "vireo_deadline_expired";

    /** Copies of copies are followed this far. */
    private static final int DEEPEST = 4;

    private final Loops loops;
    private final Places places;
    private final Optional<MethodValues> values;
    private final LoopProgress.Trust trust;

    /** @param values empty where only deadlines matter, for a summary */
    LoopRules(Loops loops, Places places, Optional<MethodValues> values, LoopProgress.Trust trust) {
        this.trust = trust;
        this.loops = loops;
        this.places = places;
        this.values = values;
    }

    /** A name of the counter that outlives its assignments. */
    static Place counter(Local local) {
        return Place.constant("counter " + local.id() + " " + local.name());
    }

    @Override
    public List<Integer> scopes(Node node) {
        List<Integer> scopes = new ArrayList<>(List.of(0));
        node.statement().ifPresent(statement -> scopes.addAll(loops.around(statement)));
        return scopes;
    }

    @Override
    public int scopeAt(Node head) {
        return loops.of(head.statement().orElseThrow()).number();
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        Optional<Local> target = Statements.assigned(statement);
        Optional<State> state = values.flatMap(known -> known.before(at));
        if (target.isEmpty() || state.isEmpty()) {
            return Set.of();
        }
        return value(statement).flatMap(value -> step(target.get(), value, state.get(), before))
                .map(way -> Set.of(Fact.of(kind(way), counter(target.get())))).orElse(Set.of());
    }

    /** Which way the assignment moves the counter. */
    Optional<Steps.Way> step(Local counter, Expr value, State state, Knowledge before) {
        Optional<Steps.Way> way = Steps.of(counter, value, state, values.orElseThrow());
        // 'at = end + 1', where end is known to be at least at.
        boolean beyond = way.isEmpty() && value instanceof Expr.Binary sum && sum.op() == Expr.BinaryOp.ADD
                && sum.overflow() == Expr.Overflow.EXACT
                && values.orElseThrow().atLeast(state, sum.right(), values.orElseThrow().number(1))
                && before.holds(Fact.of(AT_LEAST, places.of(sum.left()), Place.of(counter)));
        return beyond ? Optional.of(Steps.Way.UP) : way;
    }

    static String kind(Steps.Way way) {
        return switch (way) {
            case UP -> UP;
            case DOWN -> DOWN;
            case AROUND_8 -> AROUND_8;
            case AROUND_16 -> AROUND_16;
        };
    }

    @Override
    public Set<Fact> madeWhen(Stmt statement, boolean outcome, Knowledge before) {
        boolean inTime = !outcome && statement instanceof Stmt.ForeignCall call && call.function().cName().equals(EXPIRED);
        return inTime ? Set.of(Fact.of(IN_TIME, places.of(((Stmt.ForeignCall) statement).receiver().orElseThrow()))) : Set.of();
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        if (!(condition instanceof Expr.Binary test) || at.statement().isEmpty()) {
            return Set.of();
        }
        Set<Fact> found = new HashSet<>();
        List<Integer> round = loops.around(at.statement().get());
        switch (test.op()) {
            case LT, LE, LT_U64, LE_U64 -> order(at, test.left(), test.right(), outcome, round, found);
            case GT, GE -> order(at, test.right(), test.left(), outcome, round, found);
            case EQ, NE -> {
                if ((test.op() == Expr.BinaryOp.NE) == outcome) {
                    sides(test.left(), true, round, 0, (local, up) -> apart(local, test.right(), at, found));
                    sides(test.right(), true, round, 0, (local, up) -> apart(local, test.left(), at, found));
                }
            }
            default -> { }
        }
        return found;
    }

    /** The counter is not at the other value yet, which a counter of some width comes to. */
    private void apart(Local local, Expr other, Node at, Set<Fact> found) {
        Interval range = values.flatMap(known -> known.before(at).map(state -> known.value(state, other).range()))
                .orElse(other.type() instanceof Type.Int type ? type.range() : Interval.of(-1, -1));
        int bits = range.min().signum() < 0 ? Integer.MAX_VALUE : range.max().bitLength();
        if (bits <= 16 || trust.limit(at, other)) {
            found.add(Fact.of(APART, counter(local), places.of(other), Place.constant(bits <= 8 ? 8 : bits <= 16 ? 16 : 64)));
        }
    }

    /** Whether a counter that goes around so many bits comes to what it was found apart from. */
    static boolean isWithin(Fact apart, int bits) {
        return apart.place(2).equals(Place.constant(8)) || apart.place(2).equals(Place.constant(bits));
    }

    /** {@code lesser < greater}, or the reverse. */
    private void order(Node at, Expr lesser, Expr greater, boolean holds, List<Integer> round, Set<Fact> found) {
        found.add(holds ? Fact.of(AT_LEAST, places.of(greater), places.of(lesser))
                : Fact.of(AT_LEAST, places.of(lesser), places.of(greater)));
        sides(lesser, true, round, 0, (local, up) -> limited(at, local, up == holds, greater, found));
        sides(greater, true, round, 0, (local, up) -> limited(at, local, up != holds, lesser, found));
    }

    private void limited(Node at, Local counter, boolean below, Expr limit, Set<Fact> found) {
        if (!below || trust.limit(at, limit)) {
            found.add(Fact.of(below ? BELOW : ABOVE, counter(counter)));
        }
    }

    private interface Sink {
        /** @param up whether the side grows where the local does */
        void found(Local local, boolean up);
    }

    /** The locals that a side of a comparison follows, and which way. */
    private void sides(Expr e, boolean up, List<Integer> round, int depth, Sink sink) {
        if (e instanceof Expr.Get get) {
            sink.found(get.local(), up);
            List<Stmt> stores = loops.storesOf(get.local());
            // A copy that each round takes anew: 'while (n-- > 0)'.
            if (depth < DEEPEST && stores.size() == 1 && loops.around(stores.get(0)).equals(round)) {
                value(stores.get(0)).ifPresent(value -> sides(value, up, round, depth + 1, sink));
            }
        } else if (e instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.TRUNCATE) {
            sides(convert.operand(), up, round, depth, sink);
        } else if (e instanceof Expr.Binary binary && binary.overflow() == Expr.Overflow.EXACT) {
            switch (binary.op()) {
                case ADD -> Expressions.operands(e).forEach(operand -> sides(operand, up, round, depth, sink));
                case SUB -> {
                    sides(binary.left(), up, round, depth, sink);
                    sides(binary.right(), !up, round, depth, sink);
                }
                default -> { }
            }
        }
    }

    static Optional<Expr> value(Stmt statement) {
        if (statement instanceof Stmt.Declare declare) {
            return declare.value();
        }
        return statement instanceof Stmt.Assign assign ? Optional.of(assign.value()) : Optional.empty();
    }
}
