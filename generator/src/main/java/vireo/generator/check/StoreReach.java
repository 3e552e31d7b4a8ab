// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.flow.Cfg;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.ir.Stmt;

/**
 * Which stores of a method no path reads, by going backwards from the reads. A place that is read only to compute what nobody reads counts
 * as unread. Where a statement throws, it has stored nothing.
 *
 * @param <P> a place: a variable, or a field of this object
 */
final class StoreReach<P> {

    /** What the nodes of a method do with places. */
    interface Uses<P> {
        /** The place that the node stores to. */
        Optional<P> stored(Node node);

        /** Whether the node does nothing but that. */
        boolean onlyStores(Node node);

        /** Those that the node reads. */
        Set<P> read(Node node);

        /** Those that are read when the method has returned or thrown. */
        Set<P> atEnd();
    }

    private final Cfg cfg;
    private final Uses<P> uses;
    private final Object[] needed;

    private StoreReach(Cfg cfg, Uses<P> uses) {
        this.cfg = cfg;
        this.uses = uses;
        this.needed = new Object[cfg.nodes().size()];
    }

    /** The statements whose store no path reads, on none of the ways that run them. */
    static <P> Set<Stmt> unread(Cfg cfg, Uses<P> uses) {
        StoreReach<P> reach = new StoreReach<>(cfg, uses);
        reach.solve();
        Set<Stmt> read = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Stmt> unread = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : cfg.reversePostOrder()) {
            Optional<P> place = uses.stored(node);
            if (place.isPresent()) {
                (reach.after(node, false).contains(place.get()) ? read : unread).add(node.statement().orElseThrow());
            }
        }
        unread.removeAll(read);
        return unread;
    }

    private void solve() {
        List<Node> order = cfg.reversePostOrder();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = order.size() - 1; i >= 0; i--) {
                Node node = order.get(i);
                Set<P> before = before(node);
                if (!before.equals(at(node))) {
                    needed[node.id()] = before;
                    changed = true;
                }
            }
        }
    }

    private Set<P> before(Node node) {
        if (node.kind() == Node.Kind.EXIT || node.kind() == Node.Kind.THROWN) {
            return uses.atEnd();
        }
        Set<P> found = new HashSet<>(after(node, false));
        Optional<P> stored = uses.stored(node);
        boolean idle = stored.isPresent() && uses.onlyStores(node) && !found.contains(stored.get());
        stored.ifPresent(found::remove);
        found.addAll(after(node, true));
        if (!idle) {
            found.addAll(uses.read(node));
        }
        return found;
    }

    /** What is needed once the node has done its work, or has thrown. */
    private Set<P> after(Node node, boolean threw) {
        Set<P> found = new HashSet<>();
        for (Edge edge : node.out()) {
            if (edge.threw() == threw) {
                found.addAll(at(edge.to()));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // Only sets of places are ever stored.
    private Set<P> at(Node node) {
        return needed[node.id()] == null ? Set.of() : (Set<P>) needed[node.id()];
    }
}
