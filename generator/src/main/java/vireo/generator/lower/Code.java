// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.resolve.Findings;
import vireo.generator.resolve.MethodSymbol;
import vireo.generator.resolve.SourceType;
import vireo.generator.resolve.World;
import vireo.generator.source.Span;

/** The code of one method while it is made: the statements of the block at hand, and the variables in scope. */
final class Code {
    private final World world;
    private final MethodSymbol method;
    private final Set<String> authorNames;
    private final Set<String> reassigned;
    private final Set<Local> finals = new HashSet<>();
    private final Scope scope = new Scope();
    private List<Stmt> out = new ArrayList<>();
    private int nextId;
    private int catching;
    private int cleaning;

    /**
     * @param authorNames every name of a local variable that the author uses in the method: temporaries keep away from them
     * @param reassigned the locals and parameters that are assigned after their declaration
     */
    Code(World world, MethodSymbol method, Set<String> authorNames, Set<String> reassigned) {
        this.world = world;
        this.method = method;
        this.authorNames = authorNames;
        this.reassigned = reassigned;
        for (Local parameter : method.parameters()) {
            scope.add(parameter);
            if (method.finalParameters().contains(parameter.name())) {
                markFinal(parameter);
            }
            nextId = Math.max(nextId, parameter.id() + 1);
        }
    }

    World world() {
        return world;
    }

    Findings findings() {
        return world.findings();
    }

    MethodSymbol method() {
        return method;
    }

    SourceType owner() {
        return method.owner();
    }

    Scope scope() {
        return scope;
    }

    void add(Stmt statement) {
        out.add(statement);
    }

    /** The statements that the body makes, in a block and scope of their own. */
    List<Stmt> block(Runnable body) {
        List<Stmt> outer = out;
        out = new ArrayList<>();
        scope.enter();
        try {
            body.run();
            return List.copyOf(out);
        } finally {
            scope.leave();
            out = outer;
        }
    }

    /** As {@link #block}, where a DriverException is caught. */
    List<Stmt> catchingBlock(Runnable body) {
        catching++;
        try {
            return block(body);
        } finally {
            catching--;
        }
    }

    /** As {@link #block}, for what runs on every way out: nothing may leave it. */
    List<Stmt> cleanupBlock(Runnable body) {
        int caught = catching;
        catching = 0;
        cleaning++;
        try {
            return block(body);
        } finally {
            cleaning--;
            catching = caught;
        }
    }

    /** Whether the statements at hand run on every way out of a try. */
    boolean isCleanup() {
        return cleaning > 0;
    }

    /** How many finally blocks are around the statements at hand. */
    int cleanups() {
        return cleaning;
    }

    /** Checks that a DriverException has somewhere to go. */
    void mayThrow(Span at, String what) {
        if (catching > 0 || method.throwing() && cleaning == 0) {
            return;
        }
        if (cleaning > 0) {
            findings()
                    .outside(
                            at,
                            "clean-up that may fail: " + what + " throws DriverException",
                            "Catch the exception inside the clean-up.");
            return;
        }
        findings()
                .mismatch(
                        at,
                        what + " throws DriverException, which is neither caught nor declared",
                        "Declare `throws DriverException`, or catch it.");
    }

    /** Declares a variable of the author's. */
    Local variable(String name, Type type, Span at) {
        Local local = planned(name, type, at);
        declared(local);
        return local;
    }

    /** A variable of the author's whose value is computed first; it is in scope once {@link #declared}. */
    Local planned(String name, Type type, Span at) {
        scope.find(name).ifPresent(first -> findings().duplicate(at, "variable", name, first.span()));
        return new Local(nextId++, name, type, Local.Kind.VARIABLE, at);
    }

    void declared(Local local) {
        scope.add(local);
    }

    /** A temporary; the caller declares it. */
    Local temporary(String hint, Type type, Span at) {
        String name = hint;
        for (int n = 2; authorNames.contains(name) || scope.isTaken(name); n++) {
            name = hint + n;
        }
        Local local = new Local(nextId++, name, Stability.stable(type, this), Local.Kind.TEMPORARY, at);
        scope.add(local);
        return local;
    }

    /** Keeps a value in a temporary. */
    Expr keep(String hint, Expr value) {
        Local local = temporary(hint, value.type(), value.span());
        add(new Stmt.Declare(local, Optional.of(value), value.span()));
        return new Expr.Get(local, local.type(), value.span());
    }

    /**
     * Emits an effect that has a result.
     *
     * @param to where the author wants the result, if it can go there without a conversion
     */
    Expr effect(Type result, String hint, Optional<Destination> to, Span at, Function<Local, Stmt> effect) {
        Optional<Local> wanted = to.flatMap(Destination::local).filter(l -> Coercion.sameForm(result, l.type()));
        if (wanted.isPresent()) {
            Local local = wanted.get();
            if (to.get().declares()) {
                add(new Stmt.Declare(local, Optional.empty(), at));
            }
            add(effect.apply(local));
            return new Expr.Get(local, local.type(), at);
        }
        String name = to.map(Destination::hint).filter(h -> !h.isEmpty()).orElse(hint);
        Local local = temporary(name, result, at);
        add(new Stmt.Declare(local, Optional.empty(), at));
        add(effect.apply(local));
        return new Expr.Get(local, local.type(), at);
    }

    /** Lowers operands from left to right; one that a later operand's effects may change is kept in a temporary before them. */
    List<Expr> ordered(List<Supplier<Expr>> operands) {
        List<Expr> values = new ArrayList<>();
        List<Integer> marks = new ArrayList<>();
        for (Supplier<Expr> operand : operands) {
            values.add(operand.get());
            marks.add(out.size());
        }
        int inserted = 0;
        for (int i = 0; i < values.size(); i++) {
            int mark = marks.get(i) + inserted;
            if (Interference.between(values.get(i), out.subList(mark, out.size()))) {
                List<Stmt> kept = new ArrayList<>();
                values.set(i, keepParts(values.get(i), kept));
                out.addAll(mark, kept);
                inserted += kept.size();
            }
        }
        return values;
    }

    /**
     * Lowers a place, then a value for it. What the place is computed from is kept from the value's effects.
     *
     * @param readsOld what the place holds before is used, and kept too
     */
    PlacedValue placed(Supplier<Expr> place, boolean readsOld, Supplier<Expr> value) {
        Expr target = place.get();
        int mark = out.size();
        Expr stored = value.get();
        List<Stmt> effects = List.copyOf(out.subList(mark, out.size()));
        List<Stmt> kept = new ArrayList<>();
        Expr stable = target;
        if (target instanceof Expr.Field f && Interference.between(f.object(), effects)) {
            stable = new Expr.Field(keepParts(f.object(), kept), f.field(), f.type(), f.span());
        } else if (target instanceof Expr.Element x && Interference.between(x.index(), effects)) {
            stable = new Expr.Element(x.array(), keepParts(x.index(), kept), x.type(), x.span());
        }
        Expr old = readsOld && Interference.between(target, effects) ? keepParts(stable, kept) : stable;
        out.addAll(mark, kept);
        return new PlacedValue(stable, old, stored);
    }

    /** Keeps a value, or, of an address in device-visible memory or a register, the values that it is computed from. */
    private Expr keepParts(Expr e, List<Stmt> kept) {
        if (e instanceof Expr.RegisterRef r) {
            return new Expr.RegisterRef(
                    keepParts(r.block(), kept),
                    r.register(),
                    r.index().map(i -> keepParts(i, kept)),
                    r.type(),
                    r.span());
        }
        if (e instanceof Expr.DmaField f && f.type() instanceof Type.Cell) {
            return new Expr.DmaField(keepParts(f.structure(), kept), f.field(), f.type(), f.span());
        }
        if (e instanceof Expr.DmaElement x && x.type() instanceof Type.Cell) {
            return new Expr.DmaElement(keepParts(x.array(), kept), keepParts(x.index(), kept), x.type(), x.span());
        }
        if (e instanceof Expr.This || e instanceof Expr.Const || e instanceof Expr.NamedConst) {
            return e;
        }
        Local local = temporary(Hints.of(e), e.type(), e.span());
        kept.add(new Stmt.Declare(local, Optional.of(e), e.span()));
        return new Expr.Get(local, local.type(), e.span());
    }

    /** Notes that a local, declared final with a value, is not to be assigned again. */
    void markFinal(Local local) {
        finals.add(local);
    }

    boolean isFinal(Local local) {
        return finals.contains(local);
    }

    /** Whether a local keeps its value from its declaration to its end. */
    boolean isStable(Local local) {
        return local.kind() == Local.Kind.TEMPORARY || !reassigned.contains(local.name());
    }
}
