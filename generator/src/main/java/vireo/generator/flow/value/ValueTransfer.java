// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Liveness;
import vireo.generator.flow.Node;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;

/** How statements and conditions change what is known of values. */
final class ValueTransfer implements Transfer<State> {
    private final Reasoning reasoning;
    private final Assignments assignments;
    private final Liveness liveness;
    private final Effects effects;
    private final Summaries summaries;

    ValueTransfer(Reasoning reasoning, Liveness liveness, Effects effects, Summaries summaries) {
        this.liveness = liveness;
        this.reasoning = reasoning;
        this.assignments = new Assignments(reasoning);
        this.effects = effects;
        this.summaries = summaries;
    }

    @Override
    public State initial(Cfg cfg) {
        State state = new State();
        for (Local parameter : cfg.method().parameters()) {
            if (parameter.type() instanceof Type.Int type) {
                Atom atom = reasoning.terms().atoms().local(parameter);
                state.set(atom, Evaluator.ofType(type));
            }
        }
        for (Local parameter : cfg.method().parameters()) {
            if (parameter.type() instanceof Type.Int) {
                reasoning.learner().declared(state, reasoning.terms().atoms().local(parameter));
            }
        }
        return state;
    }

    @Override
    public State after(Node node, State before) {
        if (node.kind() != Node.Kind.STATEMENT) {
            return before;
        }
        Stmt statement = node.statement().orElseThrow();
        State state = before.fork();
        effect(state, statement);
        return state;
    }

    private void effect(State state, Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            s.value().ifPresentOrElse(
                    value -> assignments.assign(state, s.local(), value), () -> assignments.forget(state, s.local()));
        } else if (statement instanceof Stmt.Assign s) {
            assignments.assign(state, s.local(), s.value());
        } else if (statement instanceof Stmt.SetField s) {
            assignments.store(state, s);
        } else if (statement instanceof Stmt.SetElement s) {
            assignments.store(state, s);
        } else if (statement instanceof Stmt.Call s) {
            call(state, s);
        } else if (statement instanceof Stmt.ForeignCall s) {
            s.result().ifPresent(result -> assignments.unknown(state, result, s.function().result()));
        } else if (statement instanceof Stmt.New s) {
            assignments.unknown(state, s.result(), s.result().type());
            state.setNonNull(reasoning.terms().atoms().local(s.result()), true);
            constructed(state, reasoning.terms().atoms().local(s.result()), s.constructor(), s.arguments());
            effects.apply(state, s.constructor());
        } else if (statement instanceof Stmt.Embed s) {
            Atom field = reasoning.terms().atoms().field(reasoning.terms().atoms().self(), s.field());
            state.setNonNull(field, true);
            constructed(state, field, s.constructor(), s.arguments());
            effects.apply(state, s.constructor());
        } else if (statement instanceof Stmt.ReadRegister s) {
            assignments.unknown(state, s.result(), promised(s).orElseThrow());
        } else if (statement instanceof Stmt.ReadCell s) {
            assignments.unknown(state, s.result(), promised(s).orElseThrow());
        } else if (statement instanceof Stmt.ReadByte s) {
            assignments.unknown(state, s.result(), promised(s).orElseThrow());
        } else if (statement instanceof Stmt.Bind s) {
            view(state, s.result(), s.count());
        } else if (statement instanceof Stmt.Slice s) {
            view(state, s.result(), Optional.of(s.length()));
        } else if (statement instanceof Stmt.Format s) {
            assignments.forget(state, s.result());
        } else if (statement instanceof Stmt.CopyBytes s && s.direction() == Stmt.Direction.FROM_DMA) {
            state.forget(Atom::readsElements);
        }
    }

    /** The type that a call or a read promises for its result, whatever takes it. */
    Optional<Type> promised(Stmt statement) {
        if (statement instanceof Stmt.Call s) {
            return Optional.of(s.resultType());
        }
        if (statement instanceof Stmt.ForeignCall s) {
            return Optional.of(s.function().result());
        }
        if (statement instanceof Stmt.ReadRegister s) {
            boolean half = s.part() != Stmt.Part.WHOLE || !(s.register() instanceof Expr.RegisterRef);
            return Optional.of(width(half ? 32 : ((Expr.RegisterRef) s.register()).register().bits(), s.result()));
        }
        if (statement instanceof Stmt.ReadCell s) {
            return Optional.of(width(s.cell().type() instanceof Type.Cell cell ? cell.bits() : 64, s.result()));
        }
        return statement instanceof Stmt.ReadByte s ? Optional.of(width(8, s.result())) : Optional.empty();
    }

    /** Any pattern of the width; what kind of number it is, the lowering put on the target. */
    private static Type width(int bits, Local target) {
        Type.Java java = bits <= 16 ? Type.Java.INT : Type.Java.LONG;
        return target.type() instanceof Type.Int type
                ? new Type.Int(java, Interval.unsigned(bits), -1, type.qualifiers(), List.of())
                : Type.Int.of(java, Interval.unsigned(bits));
    }

    /** What is known once the statement's result is there, in {@code result}, and not yet in its target. */
    State received(State before, Stmt statement, Local result, Type type) {
        State state = before.fork();
        assignments.unknown(state, result, type);
        if (statement instanceof Stmt.Call s) {
            equal(state, s, result);
        }
        CallGraph.target(statement).ifPresent(key -> effects.apply(state, key));
        return state;
    }

    /** A view of device-visible memory that is as long as a number says. */
    private void view(State state, Local target, Optional<Expr> length) {
        Optional<Linear> count = length.flatMap(reasoning.terms()::linear);
        assignments.forget(state, target);
        Atom result = reasoning.terms().atoms().local(target);
        state.setNonNull(result, true);
        boolean stale = count.flatMap(Linear::atom).map(a -> a.mentions(target)).orElse(false);
        if (count.isPresent() && !stale) {
            reasoning.learner().equal(state, Linear.of(reasoning.terms().atoms().length(result)), count.get());
        }
    }

    /** What is said of the result is said in terms of the arguments as they were, so it is learnt before the effects take place. */
    private void call(State state, Stmt.Call s) {
        if (s.result().isPresent()) {
            assignments.unknown(state, s.result().get(), s.resultType());
            equal(state, s, s.result().get());
        }
        effects.apply(state, s.method());
    }

    /** What the callee's body says of the result, where it is one expression. */
    private void equal(State state, Stmt.Call s, Local result) {
        Optional<Expr> equal = summaries.only(s.method()).flatMap(callee -> summaries.result(callee)
                .map(e -> substitution(callee, s.receiver(), s.arguments()).apply(e)));
        Optional<Linear> form = result.type() instanceof Type.Int ? equal.flatMap(reasoning.terms()::linear) : Optional.empty();
        boolean stale = form.flatMap(Linear::atom).map(a -> a.mentions(result)).orElse(false);
        if (form.isPresent() && !stale) {
            reasoning.learner().equal(state, Linear.of(reasoning.terms().atoms().local(result)), form.get());
        }
    }

    private static Substitution substitution(MethodDecl callee, Optional<Expr> receiver, List<Expr> arguments) {
        return Substitution.of(receiver, callee.parameters(), arguments);
    }

    /** What the constructor stored into final fields of the new object. */
    private void constructed(State state, Atom object, String key, List<Expr> arguments) {
        Optional<MethodDecl> constructor = summaries.only(key);
        if (constructor.isEmpty()) {
            return;
        }
        Substitution substitution = substitution(constructor.get(), Optional.empty(), arguments);
        for (Map.Entry<vireo.generator.ir.FieldDecl, Expr> stored : summaries.finals(constructor.get()).entrySet()) {
            if (stored.getKey().type() instanceof Type.Int) {
                Optional<Linear> value = reasoning.terms().linear(substitution.apply(stored.getValue()));
                if (value.isPresent() && !value.get().atom().map(a -> mentions(a, object)).orElse(false)) {
                    Atom field = reasoning.terms().atoms().field(object, stored.getKey());
                    reasoning.learner().equal(state, Linear.of(field), value.get());
                }
            }
        }
    }

    private static boolean mentions(Atom atom, Atom object) {
        return object.kind() == Atom.Kind.LOCAL && atom.mentions(object.local());
    }

    @Override
    public Optional<State> along(Edge edge, State before, State after) {
        Set<Local> dying = liveness.dying(edge);
        Optional<State> taken = taken(edge, before, after);
        if (dying.isEmpty() || taken.isEmpty()) {
            return taken;
        }
        State state = taken.get().fork();
        state.forget(atom -> !Collections.disjoint(atom.locals(), dying));
        return Optional.of(state);
    }

    private Optional<State> taken(Edge edge, State before, State after) {
        Edge.Guard guard = edge.guard();
        if (guard instanceof Edge.When when) {
            return reasoning.conditions().assume(after, when.condition(), when.outcome());
        }
        if (guard instanceof Edge.Among among) {
            return among(after, among.subject(), among.values());
        }
        if (guard instanceof Edge.NoneOf none) {
            return noneOf(after, none.subject(), none.values());
        }
        if (guard instanceof Edge.Threw) {
            return Optional.of(threw(edge.from().statement().orElseThrow(), before));
        }
        return Optional.of(after);
    }

    private State threw(Stmt statement, State before) {
        State state = before.fork();
        CallGraph.target(statement).ifPresent(key -> effects.apply(state, key));
        Statements.assigned(statement).ifPresent(result -> assignments.unknown(state, result, result.type()));
        return state;
    }

    private Optional<State> among(State state, Expr subject, List<Expr> values) {
        Optional<Linear> form = subject.type() instanceof Type.Int ? reasoning.terms().linear(subject) : Optional.empty();
        if (form.isEmpty()) {
            return Optional.of(state);
        }
        Optional<State> joined = Optional.empty();
        for (Expr value : values) {
            State copy = state.fork();
            Optional<Linear> one = reasoning.terms().linear(value);
            if (one.isEmpty() || reasoning.learner().equal(copy, form.get(), one.get())) {
                joined = Optional.of(joined.isEmpty() ? copy : reasoning.lattice().join(joined.get(), copy));
            }
        }
        return joined;
    }

    private Optional<State> noneOf(State state, Expr subject, List<Expr> values) {
        Optional<Linear> form = subject.type() instanceof Type.Int ? reasoning.terms().linear(subject) : Optional.empty();
        if (form.isEmpty()) {
            return Optional.of(state);
        }
        State copy = state.fork();
        List<BigInteger> sorted = values.stream()
                .map(v -> reasoning.terms().linear(v))
                .filter(v -> v.isPresent() && v.get().isNumber())
                .map(v -> v.get().offset())
                .sorted()
                .toList();
        // Upwards and downwards: each case may cut off the end that the one before left.
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < sorted.size(); i++) {
                BigInteger value = sorted.get(round == 0 ? i : sorted.size() - 1 - i);
                if (!reasoning.learner().different(copy, form.get(), Linear.of(value))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(copy);
    }

    @Override
    public State enterLoop(Node head, State entering) {
        if (!(head.statement().orElse(null) instanceof Stmt.Loop loop)) {
            return entering;
        }
        State state = entering;
        for (Linear[] hint : reasoning.conditions().hints(loop.condition())) {
            Atom a = hint[0].atom().orElseThrow();
            Atom b = hint[1].atom().orElseThrow();
            if (reasoning.prover().atMost(state, hint[0], hint[1])) {
                BigInteger room = hint[1].offset().subtract(hint[0].offset());
                if (room.bitLength() < 62) {
                    state = state == entering ? entering.fork() : state;
                    state.relate(a, b, room.longValue());
                }
            }
        }
        return state;
    }
}
