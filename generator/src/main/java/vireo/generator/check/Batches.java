// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import vireo.generator.check.fact.CallOrder;
import vireo.generator.check.fact.Places;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Lattice;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Solver;
import vireo.generator.flow.Statements;
import vireo.generator.flow.Transfer;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * Which stores that belong to a request come after a publication and before the end of the operation, so that no later entry takes
 * them along. A batch ends where the driver looks for what the device has done.
 */
final class Batches {
    /** A store that a caller made before the call. */
    private static final Span CALLERS = new Span(null, -1, -1);

    /**
     * @param published where an index was published last, on some path; null where none was
     * @param late stores after that which no entry has taken along
     */
    private record Batch(Span published, Set<Span> late) {
        static final Batch NEW = new Batch(null, Set.of());
    }

    /** What a method makes of a batch: from a new one, and from one that was published and has a late store. */
    private record Effect(Optional<Batch> fromNew, Optional<Batch> fromLate) {}

    private final Program program;
    private final CallGraph calls;
    private final Rings rings;
    private final BiPredicate<Stmt, Places> stores;
    private final Map<String, Effect> effects = new HashMap<>();

    /** @param stores what belongs to a request, and therefore before its publication */
    Batches(Program program, CallGraph calls, Rings rings, BiPredicate<Stmt, Places> stores) {
        this.stores = stores;
        this.program = program;
        this.calls = calls;
        this.rings = rings;
    }

    /** Hands over each late store with the publication that it comes after. */
    void run(BiConsumer<Span, Span> late) {
        for (MethodDecl method : CallOrder.calleesFirst(calls)) {
            Places places = new Places(method);
            if (method.body().isEmpty() || !matters(method, places)) {
                continue;
            }
            Cfg cfg = Cfg.of(method, program);
            Optional<Batch> fromNew = end(cfg, places, Batch.NEW);
            effects.put(method.key(), new Effect(fromNew, end(cfg, places, new Batch(CALLERS, Set.of(CALLERS)))));
            if (!method.isPrivate() && fromNew.isPresent() && fromNew.get().published() != null) {
                fromNew.get().late().stream().filter(span -> span != CALLERS)
                        .forEach(span -> late.accept(span, fromNew.get().published()));
            }
        }
    }

    private boolean matters(MethodDecl method, Places places) {
        boolean[] found = {calls.callsOf(method).stream().anyMatch(site -> effects.containsKey(site.callee().key()))};
        Statements.walk(method.body().orElseThrow(), s -> found[0] |= stores.test(s, places) || isEntry(s, places)
                || isPublication(s) || isLook(s));
        return found[0];
    }

    private Optional<Batch> end(Cfg cfg, Places places, Batch start) {
        Solution<Batch> solution = Solver.solve(cfg, new Joining(), new Stores(start, places));
        return solution.before(cfg.exit());
    }

    private static boolean isPublication(Stmt statement) {
        return statement instanceof Stmt.WriteCell write && write.order() == Stmt.Order.PUBLISH;
    }

    private static boolean isLook(Stmt statement) {
        return statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE;
    }

    private boolean isEntry(Stmt statement, Places places) {
        return statement instanceof Stmt.WriteCell write && rings.entry(write.cell(), places).isPresent();
    }

    private static final class Joining implements Lattice<Batch> {
        @Override
        public Batch join(Batch first, Batch second) {
            if (first.equals(second)) {
                return first;
            }
            Set<Span> late = new LinkedHashSet<>(first.late());
            late.addAll(second.late());
            return new Batch(first.published() == null ? second.published() : first.published(), late);
        }
    }

    private final class Stores implements Transfer<Batch> {
        private final Batch start;
        private final Places places;

        Stores(Batch start, Places places) {
            this.start = start;
            this.places = places;
        }

        @Override
        public Batch initial(Cfg cfg) {
            return start;
        }

        @Override
        public Batch after(Node node, Batch before) {
            if (node.kind() != Node.Kind.STATEMENT) {
                return before;
            }
            Stmt statement = node.statement().orElseThrow();
            if (isPublication(statement)) {
                return new Batch(statement.span(), Set.of());
            }
            if (isLook(statement)) {
                return Batch.NEW;
            }
            if (isEntry(statement, places)) {
                return new Batch(before.published(), Set.of());
            }
            if (stores.test(statement, places) && before.published() != null) {
                Set<Span> late = new LinkedHashSet<>(before.late());
                late.add(statement.span());
                return new Batch(before.published(), late);
            }
            return CallGraph.target(statement).map(key -> called(key, before, statement)).orElse(before);
        }

        private Batch called(String key, Batch before, Stmt statement) {
            List<MethodDecl> targets = calls.targets(key);
            Batch joined = null;
            for (MethodDecl target : targets) {
                Optional<Batch> after = after(target, before, statement);
                if (after.isPresent()) {
                    joined = joined == null ? after.get() : new Joining().join(joined, after.get());
                }
            }
            return joined == null ? before : joined;
        }

        private Optional<Batch> after(MethodDecl target, Batch before, Stmt call) {
            Effect effect = effects.get(target.key());
            if (effect == null) {
                return Optional.of(before);
            }
            if (before.published() == null) {
                return effect.fromNew();
            }
            if (target.kind() == MethodDecl.Kind.CONSTRUCTOR) {
                // A new object prepares memory of its own, of which nothing was published yet.
                return effect.fromNew().map(made -> new Joining().join(before, made));
            }
            return effect.fromLate().map(end -> {
                Set<Span> late = new LinkedHashSet<>();
                for (Span span : end.late()) {
                    if (span == CALLERS) {
                        late.addAll(before.late());
                    } else {
                        late.add(span);
                    }
                }
                return new Batch(end.published() == CALLERS ? before.published() : end.published(), late);
            });
        }

        @Override
        public Optional<Batch> along(Edge edge, Batch before, Batch after) {
            // What failed hands nothing over.
            return Optional.of(edge.threw() ? new Batch(before.published(), Set.of()) : after);
        }
    }
}
