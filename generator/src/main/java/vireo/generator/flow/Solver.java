// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds what holds before each node, on all paths: ascends in reverse post-order with widening at loop heads, then descends a
 * fixed number of rounds to win back what widening gave away. The cost grows with the size of the graph and the depth of its
 * loops.
 *
 * @param <S> the elements of the analysis's {@link Lattice}
 */
public final class Solver<S> {
    /** Rounds of joining at a loop head before widening: the first iteration often settles what the entry left open. */
    private static final int JOINS_BEFORE_WIDENING = 1;
    private static final int DESCENDING_ROUNDS = 2;

    private final Cfg cfg;
    private final Lattice<S> lattice;
    private final Transfer<S> transfer;
    private final List<Node> order;
    private final int[] position;
    private final Object[] before;

    private Solver(Cfg cfg, Lattice<S> lattice, Transfer<S> transfer) {
        this.cfg = cfg;
        this.lattice = lattice;
        this.transfer = transfer;
        this.order = cfg.reversePostOrder();
        this.position = new int[cfg.nodes().size()];
        for (int i = 0; i < order.size(); i++) {
            position[order.get(i).id()] = i;
        }
        this.before = new Object[cfg.nodes().size()];
    }

    /** Solves one graph. */
    public static <S> Solution<S> solve(Cfg cfg, Lattice<S> lattice, Transfer<S> transfer) {
        Solver<S> solver = new Solver<>(cfg, lattice, transfer);
        boolean loops = solver.ascend();
        for (int round = 0; loops && round < DESCENDING_ROUNDS; round++) {
            solver.descend();
        }
        return new Solution<>(cfg, transfer, solver.before);
    }

    @SuppressWarnings("unchecked") // Only states of this lattice are ever stored.
    private S at(Node node) {
        return (S) before[node.id()];
    }

    /** Gives whether the graph has loops. */
    private boolean ascend() {
        int[] visits = new int[cfg.nodes().size()];
        boolean loops = false;
        BitSet pending = new BitSet(order.size());
        before[cfg.entry().id()] = transfer.initial(cfg);
        pending.set(0);
        for (int next = pending.nextSetBit(0); next >= 0; next = pending.nextSetBit(0)) {
            pending.clear(next);
            Node node = order.get(next);
            S state = at(node);
            S after = transfer.after(node, state);
            for (Edge edge : node.out()) {
                Optional<S> along = transfer.along(edge, state, after);
                if (along.isEmpty()) {
                    continue;
                }
                Node target = edge.to();
                boolean head = target.kind() == Node.Kind.LOOP_HEAD;
                boolean back = head && position[target.id()] <= next;
                loops |= back;
                S entering = head && !back ? transfer.enterLoop(target, along.get()) : along.get();
                S known = at(target);
                S merged;
                if (known == null) {
                    merged = entering;
                } else if (back && visits[target.id()] >= JOINS_BEFORE_WIDENING) {
                    // Only what comes round is widened: what enters from an outer loop was widened at that loop's head.
                    merged = lattice.widen(known, entering);
                } else {
                    merged = lattice.join(known, entering);
                }
                if (known == null || !lattice.same(known, merged)) {
                    if (back) {
                        visits[target.id()]++;
                    }
                    before[target.id()] = merged;
                    pending.set(position[target.id()]);
                }
            }
        }
        return loops;
    }

    /** One round from what is known: each node's element anew from those of its predecessors, joined and not widened. */
    private void descend() {
        Object[] after = new Object[cfg.nodes().size()];
        Object[] old = before.clone();
        for (Node node : order) {
            if (node == cfg.entry()) {
                continue;
            }
            S joined = null;
            for (Edge edge : node.in()) {
                // Along a back edge this is the element of the round before, which is sound: it describes all that is reachable.
                boolean back = position[edge.from().id()] >= position[node.id()];
                S state = back ? previous(old, edge.from()) : at(edge.from());
                if (state == null) {
                    continue;
                }
                S along = transfer.along(edge, state, back ? transfer.after(edge.from(), state) : once(after, edge.from(), state))
                        .orElse(null);
                if (along == null) {
                    continue;
                }
                if (node.kind() == Node.Kind.LOOP_HEAD && !back) {
                    along = transfer.enterLoop(node, along);
                }
                joined = joined == null ? along : lattice.join(joined, along);
            }
            before[node.id()] = joined;
        }
    }

    @SuppressWarnings("unchecked") // Only states of this lattice are ever stored.
    private S previous(Object[] old, Node node) {
        return (S) old[node.id()];
    }

    @SuppressWarnings("unchecked") // Only states of this lattice are ever stored.
    private S once(Object[] after, Node node, S state) {
        if (after[node.id()] == null) {
            after[node.id()] = transfer.after(node, state);
        }
        return (S) after[node.id()];
    }
}
