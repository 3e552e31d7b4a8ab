// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.MustFlow;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Needs;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Which numbers are powers of two: those that {@code (n & (n - 1)) == 0} was found to hold of, and final fields that every constructor
 * gives such a number.
 */
final class PowersOfTwo {
    private static final String POWER = "power of two";

    /** Two numbers are one and the same. */
    private static final String SAME = "the same number";

    /** A variable is a counter cut to an index by a size. */
    private static final String CUT = "cut";

    /** What a number is needed for. */
    enum For {
        /** To cut a counter to an index: it is a power of two. */
        RING,
        /** To cut a counter to an index: it is the number of the ring's entries. */
        LENGTH,
        /** To align memory: it is a power of two. */
        ALIGNMENT
    }

    /** @param name in the author's words, where the source does not stand beside the message */
    record Use(For what, String name) {}

    private final Rings rings;
    private final Set<FieldDecl> fields = new HashSet<>();

    PowersOfTwo(Program program, CallGraph calls, FieldWrites writes) {
        this.rings = new Rings(program);
        for (TypeDecl type : program.types()) {
            List<MethodDecl> constructors = Program.methodsOf(type).stream()
                    .filter(method -> method.kind() == MethodDecl.Kind.CONSTRUCTOR && method.body().isPresent()).toList();
            if (type instanceof TypeDecl.ClassDecl owner && !constructors.isEmpty()) {
                Set<FieldDecl> candidates = new HashSet<>(owner.fields());
                candidates.removeIf(field -> !field.isFinal() || !(field.type() instanceof Type.Int));
                constructors.forEach(constructor -> {
                    Places places = new Places(constructor);
                    Solution<Knowledge> solution = MustFlow.solve(Cfg.of(constructor, program), places, rules(places, null),
                            new Summaries(calls), writes, Set.of());
                    solution.before(solution.cfg().exit()).ifPresent(end -> candidates.removeIf(field -> !end.holds(power(own(field)))));
                });
                fields.addAll(candidates);
            }
        }
    }

    private static Place own(FieldDecl field) {
        return Place.of(Place.self(), field);
    }

    private static Fact power(Place place) {
        return Fact.of(POWER, place);
    }

    /** The rules for one method. */
    Needs rules(Places places, Findings findings) {
        return new Tests(places, findings);
    }

    private final class Tests implements Needs {
        private final Places places;
        private final Findings findings;

        Tests(Places places, Findings findings) {
            this.places = places;
            this.findings = findings;
        }

        @Override
        public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
            Set<Fact> cut = new HashSet<>();
            LoopRules.value(statement).flatMap(this::size)
                    .ifPresent(size -> cut.add(Fact.of(CUT, Place.of(Statements.assigned(statement).orElseThrow()), size)));
            if (!cut.isEmpty()) {
                return cut;
            }
            // A store of a constant that is one.
            boolean constant = statement instanceof Stmt.SetField store && isPower(places.of(store.value()));
            return constant ? Set.of(power(Place.of(places.of(((Stmt.SetField) statement).object()), ((Stmt.SetField) statement).field())))
                    : Set.of();
        }

        @Override
        public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
            if (!(condition instanceof Expr.Binary test) || (test.op() != Expr.BinaryOp.EQ && test.op() != Expr.BinaryOp.NE)
                    || (test.op() == Expr.BinaryOp.EQ) != outcome) {
                return Set.of();
            }
            Place left = places.of(test.left());
            boolean zero = places.of(test.right()).equals(Place.constant(0));
            if (!zero || !left.label().startsWith(Expr.BinaryOp.BIT_AND.name())) {
                return Set.of();
            }
            Place number = left.parts().get(0);
            return isOneLess(left.parts().get(1), number) ? Set.of(power(number)) : Set.of();
        }

        private static boolean isOneLess(Place less, Place number) {
            return less.label().startsWith(Expr.BinaryOp.SUB.name()) && less.parts().get(0).equals(number)
                    && less.parts().get(1).equals(Place.constant(1));
        }

        @Override
        public boolean isMet(Fact needed, Knowledge known) {
            Place place = needed.place(0);
            if (needed.kind().equals(SAME)) {
                return place.equals(needed.place(1)) || known.holds(needed);
            }
            return isPower(place) || known.holds(needed) || place.field().filter(fields::contains).isPresent();
        }

        private static boolean isPower(Place place) {
            if (!place.label().matches("#\\d+")) {
                return false;
            }
            BigInteger value = new BigInteger(place.label().substring(1));
            return value.signum() > 0 && value.bitCount() == 1;
        }

        @Override
        public List<Need> needs(Node at, Stmt statement, Knowledge before) {
            List<Need> needs = new ArrayList<>();
            Statements.expressions(statement).forEach(e -> indices(e, before, needs));
            if (statement instanceof Stmt.ForeignCall call && call.function().cName().equals("vireo_dma_alloc")) {
                Expr align = call.arguments().get(1);
                needs.add(new Need(power(places.of(align)), new Use(For.ALIGNMENT, Phrases.source(align)), align.span()));
            }
            if (findings != null && !needs.isEmpty()) {
                findings.proved("powers of two", statement);
            }
            return needs;
        }

        private void indices(Expr e, Knowledge known, List<Need> needs) {
            if (e instanceof Expr.DmaElement element && rings.entry(e, places).isPresent()) {
                size(element.index()).or(() -> cut(places.of(element.index()), known)).ifPresent(size -> {
                    needs.add(new Need(power(size), new Use(For.RING, ""), element.index().span()));
                    length(element).ifPresent(length ->
                            needs.add(new Need(Fact.of(SAME, size, length), new Use(For.LENGTH, ""), element.index().span())));
                });
            }
            Expressions.operands(e).forEach(operand -> indices(operand, known, needs));
        }

        /** The size that a variable was cut by. */
        private static Optional<Place> cut(Place index, Knowledge known) {
            return known.facts().stream().filter(fact -> fact.kind().equals(CUT) && fact.place(0).equals(index))
                    .map(fact -> fact.place(1)).findFirst();
        }

        /** How many entries there are. */
        private Optional<Place> length(Expr.DmaElement element) {
            return element.array().type() instanceof Type.DmaArray array ? array.length().map(places::of) : Optional.empty();
        }

        /** The ring's size, as the cut of a free-running counter to an index has it. */
        private Optional<Place> size(Expr index) {
            if (index instanceof Expr.Convert convert) {
                return size(convert.operand());
            }
            boolean counter = index instanceof Expr.Binary cut && cut.left().type() instanceof Type.Int type
                    && type.qualifiers().contains(Type.Qualifier.FREE_RUNNING);
            if (!counter) {
                return Optional.empty();
            }
            Expr.Binary cut = (Expr.Binary) index;
            Place right = places.of(cut.right());
            if (cut.op() == Expr.BinaryOp.REM) {
                return Optional.of(right);
            }
            if (cut.op() == Expr.BinaryOp.BIT_AND && right.label().matches("#\\d+")) {
                return Optional.of(Place.constant(new BigInteger(right.label().substring(1)).add(BigInteger.ONE)));
            }
            boolean less = cut.op() == Expr.BinaryOp.BIT_AND && right.label().startsWith(Expr.BinaryOp.SUB.name());
            return less ? Optional.of(right.parts().get(0)) : Optional.empty();
        }
    }
}
