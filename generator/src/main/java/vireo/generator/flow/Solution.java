// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.Optional;

/**
 * What an analysis knows before each node of a graph.
 *
 * @param <S> the elements of the analysis's {@link Lattice}
 */
public final class Solution<S> {
    private final Cfg cfg;
    private final Transfer<S> transfer;
    private final Object[] before;

    Solution(Cfg cfg, Transfer<S> transfer, Object[] before) {
        this.cfg = cfg;
        this.transfer = transfer;
        this.before = before;
    }

    public Cfg cfg() {
        return cfg;
    }

    /** What is known before the node; empty when no path reaches it. */
    @SuppressWarnings("unchecked") // Only states of this lattice are ever stored.
    public Optional<S> before(Node node) {
        return Optional.ofNullable((S) before[node.id()]);
    }

    /** What is known once control has taken the edge; empty where it cannot. */
    public Optional<S> along(Edge edge) {
        return before(edge.from()).flatMap(known -> transfer.along(edge, known, transfer.after(edge.from(), known)));
    }
}
