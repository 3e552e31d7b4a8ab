// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vireo.generator.check.fact.Call;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Place;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Lattice;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/** What becomes of the values of registers that change by being read: which are still unused, and which registers were read already. */
final class ReadOnce {
    /** What is found. */
    interface Sink {
        /** The value may be lost on some way. */
        void dropped(Span read);

        /** The register is read on a way on which it was read before. */
        void again(Span read, Span first);
    }

    /**
     * @param unused the locals that hold a value nobody has looked at, with its read
     * @param read the registers that were read
     */
    private record Reads(Map<Local, Span> unused, Map<Place, Span> read) {}

    /**
     * What a call of a method does.
     *
     * @param result the read whose value it returns; null where it returns none
     * @param partly whether it looks only at bits of its value that its arguments choose
     */
    private record Effect(Span result, Map<Place, Span> read, boolean partly) {}

    private final Program program;
    private final CallGraph calls;
    private final Map<String, Effect> effects = new HashMap<>();

    ReadOnce(Program program, CallGraph calls) {
        this.program = program;
        this.calls = calls;
    }

    void run(Sink sink) {
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            if (method.body().isPresent() && matters(method)) {
                method(method, sink);
            }
        }
    }

    private boolean matters(MethodDecl method) {
        boolean[] found = {calls.callsOf(method).stream().anyMatch(site -> effects.containsKey(site.callee().key()))};
        Statements.walk(method.body().orElseThrow(), statement -> found[0] |= register(statement).isPresent());
        return found[0];
    }

    /** The register that the statement reads, where that changes it. */
    private static Optional<Expr.RegisterRef> register(Stmt statement) {
        return statement instanceof Stmt.ReadRegister read && read.register() instanceof Expr.RegisterRef ref
                && ref.register().access() == RegisterDecl.Access.READ_SIDE_EFFECT ? Optional.of(ref) : Optional.empty();
    }

    private void method(MethodDecl method, Sink sink) {
        Places places = new Places(method);
        Values transfer = new Values(places, new FirstRound(method));
        Solution<Reads> solution = Solver.solve(Cfg.of(method, program), new Joining(), transfer);
        Cfg cfg = solution.cfg();
        Span[] result = {null};
        Set<Local> changing = changing(method);
        Set<Span> partly = partly(method, changing);
        changing.addAll(method.parameters());
        for (Node node : cfg.reversePostOrder()) {
            Optional<Reads> before = solution.before(node);
            if (before.isEmpty()) {
                continue;
            }
            if (node == cfg.exit() || node == cfg.thrown()) {
                before.get().unused().values().forEach(sink::dropped);
            } else if (node.kind() == Node.Kind.STATEMENT) {
                statement(node.statement().orElseThrow(), before.get(), places, partly, sink, result);
            }
        }
        effects.put(method.key(), new Effect(result[0], solution.before(cfg.exit()).map(Reads::read).orElse(Map.of()), !partly(method, changing).isEmpty()));
    }

    private void statement(Stmt statement, Reads before, Places places, Set<Span> partly, Sink sink, Span[] result) {
        Map<Place, Span> read = new HashMap<>();
        register(statement).ifPresent(ref -> read.put(places.of(ref), statement.span()));
        Call.of(statement, places).ifPresent(call -> call.targets(calls).forEach(target -> readIn(call, target, places).keySet()
                .forEach(place -> read.put(place, statement.span()))));
        // The same read in the next round of a loop says what is new, where the last round has looked at all that it said.
        read.forEach((place, span) -> Optional.ofNullable(before.read().get(place)).filter(first -> !first.equals(span) || partly.contains(span))
                .ifPresent(first -> sink.again(span, first)));
        Statements.assigned(statement).map(before.unused()::get).filter(span -> !uses(statement, Statements.assigned(statement).get()))
                .ifPresent(sink::dropped);
        if (statement instanceof Stmt.Return back && back.value().isPresent()) {
            places.of(back.value().get()).local().map(before.unused()::get).ifPresent(span -> result[0] = span);
        }
    }

    /** The variables that may hold another value in the next round of a loop. */
    private static Set<Local> changing(MethodDecl method) {
        Map<Local, List<Stmt>> stores = new HashMap<>();
        Statements.walk(method.body().orElseThrow(), statement -> Statements.assigned(statement)
                .ifPresent(local -> stores.computeIfAbsent(local, key -> new ArrayList<>()).add(statement)));
        Set<Local> found = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<Local, List<Stmt>> entry : stores.entrySet()) {
                Stmt first = entry.getValue().get(0);
                boolean changes = entry.getValue().size() > 1 || LoopRules.value(first).isEmpty()
                        || LoopRules.value(first).filter(value -> mentions(value, found)).isPresent();
                grew |= changes && found.add(entry.getKey());
            }
        }
        return found;
    }

    private static boolean mentions(Expr e, Set<Local> locals) {
        return e instanceof Expr.Get get && locals.contains(get.local())
                || Expressions.operands(e).stream().anyMatch(operand -> mentions(operand, locals));
    }

    /** The reads, and calls that read, of whose value only some bits are looked at, and other ones each time. */
    private Set<Span> partly(MethodDecl method, Set<Local> changing) {
        Map<Local, Span> held = new HashMap<>();
        Set<Span> found = new HashSet<>();
        List<Stmt> statements = new ArrayList<>();
        Statements.walk(method.body().orElseThrow(), statement -> {
            statements.add(statement);
            register(statement).ifPresent(ref -> held.put(Statements.assigned(statement).orElseThrow(), statement.span()));
            CallGraph.target(statement).ifPresent(key -> calls.targets(key).forEach(target -> {
                Effect effect = effects.get(target.key());
                if (effect != null && effect.result() != null) {
                    statement.effectResult().ifPresent(local -> held.put(local, statement.span()));
                } else if (effect != null && effect.partly() && Statements.expressions(statement).stream().anyMatch(e -> mentions(e, changing))) {
                    found.add(statement.span());
                }
            }));
        });
        boolean grew = true;
        Map<Local, Span> copies = new HashMap<>(held);
        while (grew) {
            grew = false;
            for (Stmt statement : statements) {
                Optional<Local> target = Statements.assigned(statement);
                Span from = LoopRules.value(statement).map(ReadOnce::bare).map(copies::get).orElse(null);
                grew |= from != null && copies.putIfAbsent(target.orElseThrow(), from) == null;
            }
        }
        Set<Span> whole = new HashSet<>();
        for (Stmt statement : statements) {
            boolean copy = LoopRules.value(statement).map(ReadOnce::bare).filter(copies::containsKey).isPresent();
            if (!copy) {
                Statements.expressions(statement).forEach(e -> whole(e, copies, changing, whole));
            }
        }
        held.values().stream().filter(span -> !whole.contains(span)).forEach(found::add);
        return found;
    }

    /** The variable that the expression is; null for any other. */
    private static Local bare(Expr e) {
        return e instanceof Expr.Convert convert ? bare(convert.operand()) : e instanceof Expr.Get get ? get.local() : null;
    }

    /** The values that the expression takes as they are, and not some bits of them. */
    private static void whole(Expr e, Map<Local, Span> held, Set<Local> changing, Set<Span> found) {
        Span span = e instanceof Expr.Get get ? held.get(get.local()) : null;
        if (span != null) {
            found.add(span);
        }
        for (Expr operand : Expressions.operands(e)) {
            boolean cut = e instanceof Expr.Binary binary && held.containsKey(bare(operand)) && switch (binary.op()) {
                case BIT_AND -> mentions(binary.left() == operand ? binary.right() : binary.left(), changing);
                case SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> mentions(binary.right(), changing);
                default -> false;
            };
            if (!cut) {
                whole(operand, held, changing, found);
            }
        }
    }

    private Map<Place, Span> readIn(Call call, MethodDecl target, Places places) {
        Map<Place, Span> found = new HashMap<>();
        Effect effect = effects.get(target.key());
        if (effect != null) {
            effect.read().forEach((place, span) -> place.moved(root -> call.here(root, target, places))
                    .ifPresent(here -> found.put(here, span)));
        }
        return found;
    }

    private static boolean uses(Stmt statement, Local local) {
        return Statements.expressions(statement).stream().anyMatch(e -> uses(e, local));
    }

    private static boolean uses(Expr e, Local local) {
        return e instanceof Expr.Get get && get.local().equals(local)
                || Expressions.operands(e).stream().anyMatch(operand -> uses(operand, local));
    }

    private static final class Joining implements Lattice<Reads> {
        @Override
        public Reads join(Reads first, Reads second) {
            if (first.equals(second)) {
                return first;
            }
            Map<Local, Span> unused = new HashMap<>(first.unused());
            second.unused().forEach(unused::putIfAbsent);
            Map<Place, Span> read = new HashMap<>(first.read());
            second.read().forEach(read::putIfAbsent);
            return new Reads(unused, read);
        }
    }

    private final class Values implements Transfer<Reads> {
        private final Places places;
        private final FirstRound firstRound;

        Values(Places places, FirstRound firstRound) {
            this.places = places;
            this.firstRound = firstRound;
        }

        @Override
        public Reads initial(Cfg cfg) {
            return new Reads(Map.of(), Map.of());
        }

        @Override
        public Reads after(Node node, Reads before) {
            Map<Local, Span> unused = new HashMap<>(before.unused());
            if (node.kind() == Node.Kind.BRANCH || node.kind() == Node.Kind.SWITCH) {
                unused.keySet().removeIf(local -> uses(node.condition().orElseThrow(), local));
                return new Reads(unused, before.read());
            }
            if (node.kind() != Node.Kind.STATEMENT) {
                return before;
            }
            Stmt statement = node.statement().orElseThrow();
            Optional<Local> target = Statements.assigned(statement);
            // A copy takes the duty along.
            Optional<Span> copied = LoopRules.value(statement).flatMap(value -> value instanceof Expr.Get get
                    ? Optional.ofNullable(unused.get(get.local())) : Optional.empty());
            unused.keySet().removeIf(local -> uses(statement, local));
            target.ifPresent(unused::remove);
            copied.ifPresent(span -> unused.put(target.orElseThrow(), span));
            Map<Place, Span> read = new HashMap<>(before.read());
            if (statement instanceof Stmt.ForeignCall call && Sleeping.waits(call.function())) {
                // Time has passed: what the register says now is news.
                read.clear();
            }
            register(statement).ifPresent(ref -> {
                unused.put(target.orElseThrow(), statement.span());
                read.putIfAbsent(places.of(ref), statement.span());
            });
            Call.of(statement, places).ifPresent(call -> call.targets(calls).forEach(callee -> {
                Effect effect = effects.get(callee.key());
                if (effect != null && effect.result() != null) {
                    target.ifPresent(local -> unused.put(local, statement.span()));
                }
                readIn(call, callee, places).keySet().forEach(place -> read.putIfAbsent(place, statement.span()));
            }));
            return new Reads(unused, read);
        }

        @Override
        public Optional<Reads> along(Edge edge, Reads before, Reads after) {
            if (edge.guard() instanceof Edge.When test && !test.outcome() && edge.from().statement().orElse(null) instanceof Stmt.Loop loop) {
                // A loop that runs at least once has looked at what its rounds begin with.
                Map<Local, Span> unused = new HashMap<>(after.unused());
                firstRound.evaluated(loop).forEach(e -> unused.keySet().removeIf(local -> uses(e, local)));
                return Optional.of(new Reads(unused, after.read()));
            }
            return Optional.of(edge.threw() ? before : after);
        }
    }
}
