// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Follows ownership through one method. */
final class MethodOwnership implements Transfer<Holdings> {
    private final MethodDecl method;
    private final Program program;
    private final LinearTypes linear;
    private final Origins origins;
    private final Summaries summaries;
    private final Cfg cfg;

    MethodOwnership(MethodDecl method, Program program, LinearTypes linear, Origins origins, Summaries summaries) {
        this.method = method;
        this.program = program;
        this.linear = linear;
        this.origins = origins;
        this.summaries = summaries;
        this.cfg = Cfg.of(method, program);
    }

    Cfg cfg() {
        return cfg;
    }

    MethodDecl method() {
        return method;
    }

    /** The type of the object that the method is called on. */
    Type receiverType() {
        return program.type(method.owner()).orElseThrow() instanceof TypeDecl.RecordDecl
                ? new Type.Value(method.owner())
                : new Type.Object(method.owner(), false);
    }

    Solution<Holdings> solve() {
        return Solver.solve(cfg, Holdings.LATTICE, this);
    }

    Bookkeeper books(Holdings now, Consumer<Breach> breaches) {
        return new Bookkeeper(method, linear, origins, breaches, now);
    }

    /** The parameters and fields that are consumed, as a whole or in part, where the method returns. */
    Set<Place> consumed(Solution<Holdings> solution) {
        Set<Place> places = new HashSet<>();
        solution.before(cfg.exit()).ifPresent(end -> {
            Bookkeeper books = books(end, breach -> { });
            for (Place place : end.all().keySet()) {
                boolean parameter = place.path().isEmpty() && place.root().filter(method.parameters()::contains).isPresent();
                if ((parameter || place.ownField().isPresent()) && books.consumed(place).isPresent()) {
                    places.add(place);
                }
            }
        });
        return places;
    }

    @Override
    public Holdings initial(Cfg graph) {
        Holdings start = Holdings.none();
        TypeDecl owner = program.type(method.owner()).orElseThrow();
        boolean constructing = method.kind() == MethodDecl.Kind.CONSTRUCTOR;
        if (method.kind() != MethodDecl.Kind.STATIC) {
            start = start.with(Place.THIS, method.movesReceiver() ? Hold.owned(method.span()) : Hold.SOMEBODY_ELSES);
            for (FieldDecl field : origins.ownedFields(owner)) {
                Hold held = constructing ? Hold.NOTHING : Hold.owned(field.span());
                start = start.with(Place.ofField(field), isNullable(field.type()) ? held.with(Hold.FREE) : held);
            }
        }
        for (Local parameter : method.parameters()) {
            if (linear.isLinear(parameter.type())) {
                start = start.with(Place.of(parameter), parameter(parameter));
            }
        }
        return start;
    }

    /** What a private method may consume of what it is given shows in its body. */
    private Hold parameter(Local parameter) {
        boolean moved = parameter.kind() == Local.Kind.MOVED_PARAMETER;
        boolean open = method.isPrivate() && method.kind() != MethodDecl.Kind.CONSTRUCTOR;
        if (!moved && !open) {
            return Hold.SOMEBODY_ELSES;
        }
        Hold held = Hold.owned(parameter.span());
        held = isNullable(parameter.type()) ? held.with(Hold.FREE) : held;
        return moved && linear.isToken(parameter.type()) ? held.with(Hold.UNREAD) : held;
    }

    private static boolean isNullable(Type type) {
        return type instanceof Type.Object o && o.nullable() || type instanceof Type.Interface i && i.nullable();
    }

    @Override
    public Holdings after(Node node, Holdings before) {
        return run(node, before, breach -> { });
    }

    /** The node's work; what is wrong with it goes to {@code breaches}. */
    Holdings run(Node node, Holdings before, Consumer<Breach> breaches) {
        return booked(node, before, breaches).now();
    }

    /** The place that an expression names, seen through aliases; empty where it computes something. */
    Optional<Place> place(Expr e) {
        return origins.definitions(method).place(e);
    }

    /** What the node moves away. */
    List<Place> consumedBy(Node node, Holdings before) {
        return booked(node, before, breach -> { }).consumed();
    }

    private Bookkeeper booked(Node node, Holdings before, Consumer<Breach> breaches) {
        Bookkeeper books = books(before, breaches);
        if (node.kind() == Node.Kind.STATEMENT) {
            new Steps(program, summaries, books).step(node.statement().orElseThrow());
        } else {
            node.condition().ifPresent(books::look);
        }
        return books;
    }

    @Override
    public Optional<Holdings> along(Edge edge, Holdings before, Holdings after) {
        if (edge.threw()) {
            // A call that fails has moved nothing, and may have stored something.
            Bookkeeper books = books(before, breach -> { });
            edge.from().statement().filter(Stmt.Call.class::isInstance)
                    .ifPresent(s -> new Steps(program, summaries, books).stored((Stmt.Call) s, Set.of(), true));
            return Optional.of(books.now());
        }
        return edge.guard() instanceof Edge.When when ? assume(after, when.condition(), when.outcome()) : Optional.of(after);
    }

    /** What tests for null say about who holds anything at all. */
    private Optional<Holdings> assume(Holdings holdings, Expr condition, boolean outcome) {
        if (condition instanceof Expr.Unary not && not.op() == Expr.UnaryOp.NOT) {
            return assume(holdings, not.operand(), !outcome);
        }
        if (!(condition instanceof Expr.Binary test)) {
            return Optional.of(holdings);
        }
        boolean both = test.op() == Expr.BinaryOp.AND && outcome || test.op() == Expr.BinaryOp.OR && !outcome;
        if (both) {
            return assume(holdings, test.left(), outcome).flatMap(h -> assume(h, test.right(), outcome));
        }
        boolean equality = test.op() == Expr.BinaryOp.EQ || test.op() == Expr.BinaryOp.NE;
        boolean againstNull = test.left() instanceof Expr.NullConst || test.right() instanceof Expr.NullConst;
        if (!equality || !againstNull) {
            return Optional.of(holdings);
        }
        Expr other = test.left() instanceof Expr.NullConst ? test.right() : test.left();
        boolean isNull = (test.op() == Expr.BinaryOp.EQ) == outcome;
        Optional<Place> place = origins.definitions(method).place(other);
        Optional<Hold> hold = place.flatMap(holdings::at);
        if (hold.isEmpty()) {
            return Optional.of(holdings);
        }
        if (!isNull) {
            Hold there = hold.get().without(Hold.FREE);
            return there.flags() == 0 ? Optional.empty() : Optional.of(holdings.with(place.get(), there));
        }
        return hold.get().has(Hold.FREE) || hold.get().has(Hold.BORROWED)
                ? Optional.of(holdings.with(place.get(), hold.get().has(Hold.BORROWED) ? hold.get() : Hold.NOTHING))
                : Optional.of(holdings);
    }
}
