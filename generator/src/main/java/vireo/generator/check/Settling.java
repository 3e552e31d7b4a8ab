// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Rules;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** When values that were read one after the other are known to belong together. */
final class Settling implements Rules {
    /** Since the last of the reads an equality has shown that nothing changed. */
    static final Fact SETTLED = Fact.of("settled");

    /** A number was fetched after the last of the reads. */
    private static final String LATER = "later";

    private final Places places;
    private final Set<Local> values;
    private final Predicate<Stmt> reads;

    /**
     * @param values the locals that hold what was read
     * @param reads the statements that read
     */
    Settling(Places places, Set<Local> values, Predicate<Stmt> reads) {
        this.places = places;
        this.values = values;
        this.reads = reads;
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        boolean fetches = !reads.test(statement)
                && (statement instanceof Stmt.Call || statement instanceof Stmt.ForeignCall || statement instanceof Stmt.ReadRegister);
        Optional<Local> result = statement.effectResult();
        return fetches && result.isPresent() ? Set.of(Fact.of(LATER, Place.of(result.get()))) : Set.of();
    }

    @Override
    public boolean survives(Fact fact, Stmt statement) {
        return !reads.test(statement);
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        Set<Fact> found = new HashSet<>();
        if (condition instanceof Expr.Binary test && (test.op() == Expr.BinaryOp.EQ || test.op() == Expr.BinaryOp.NE)
                && (test.op() == Expr.BinaryOp.EQ) == outcome && compares(test, known)) {
            found.add(SETTLED);
        }
        return found;
    }

    /** A counter of changes now and before, or this reading and another one. */
    private boolean compares(Expr.Binary test, Knowledge known) {
        Place left = places.of(test.left());
        Place right = places.of(test.right());
        if (left.label().startsWith("#") || right.label().startsWith("#")) {
            return false;
        }
        boolean counters = isLater(left, known) != isLater(right, known) && !isValue(left) && !isValue(right);
        return counters || isValue(left) && isValue(right);
    }

    private static boolean isLater(Place place, Knowledge known) {
        return known.holds(Fact.of(LATER, place));
    }

    private boolean isValue(Place place) {
        return place.local().filter(values::contains).isPresent();
    }
}
