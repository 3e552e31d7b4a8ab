// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vireo.generator.source.Span;

/**
 * One path that shows why something is not known at a point, though other paths establish it: the shortest one, told by the places
 * where it parts from those others.
 */
public final class Witness {
    /** More turns than a reader follows. The last ones are the nearest to the point. */
    private static final int MOST = 3;

    /** Where the path goes another way than one that would have established it. */
    public record Turn(Span span, String text) {}

    /**
     * The path.
     *
     * @param lost the statement that ends what was known, where something was
     * @param turns in the order of control; none where no path to the point establishes it, or all do
     */
    public record Path(Optional<Span> lost, List<Turn> turns) {
        /** No path. */
        public static final Path NONE = new Path(Optional.empty(), List.of());
    }

    private final Predicate<Edge> possible;
    private final Predicate<Edge> holds;

    private Witness(Predicate<Edge> possible, Predicate<Edge> holds) {
        this.possible = possible;
        this.holds = holds;
    }

    /**
     * The path to a node.
     *
     * @param known whether what is looked for is known in a state
     */
    public static <S> Path of(Solution<S> solution, Node end, Predicate<S> known) {
        Witness witness = new Witness(edge -> solution.along(edge).isPresent(), edge -> solution.along(edge).filter(known).isPresent());
        List<Edge> path = witness.path(end);
        if (path.isEmpty()) {
            return Path.NONE;
        }
        Node start = path.get(0).from();
        boolean had = start.in().stream().anyMatch(witness.holds);
        return new Path(had ? start.statement().map(s -> s.span()) : Optional.empty(), witness.turns(path));
    }

    /** The edges of the shortest path without it, from where it is unknown for a reason of its own: the entry, or a loss. */
    private List<Edge> path(Node end) {
        Map<Node, Edge> onward = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>(List.of(end));
        onward.put(end, null);
        while (!open.isEmpty()) {
            Node node = open.remove();
            List<Edge> without = node.in().stream().filter(e -> possible.test(e) && !holds.test(e)).toList();
            if (without.isEmpty()) {
                return fromHere(node, onward);
            }
            for (Edge edge : without) {
                if (!onward.containsKey(edge.from())) {
                    onward.put(edge.from(), edge);
                    open.add(edge.from());
                }
            }
        }
        return List.of();
    }

    private static List<Edge> fromHere(Node start, Map<Node, Edge> onward) {
        List<Edge> path = new ArrayList<>();
        for (Edge edge = onward.get(start); edge != null; edge = onward.get(edge.to())) {
            path.add(edge);
        }
        return path;
    }

    private List<Turn> turns(List<Edge> path) {
        Set<Node> onPath = new HashSet<>();
        path.forEach(edge -> onPath.add(edge.to()));
        List<Turn> turns = new ArrayList<>();
        for (Edge taken : path) {
            boolean parts = taken.from().out().stream().filter(other -> other != taken && possible.test(other))
                    .anyMatch(other -> comesBackWithIt(other, onPath));
            if (parts) {
                turns.add(new Turn(place(taken), text(taken)));
            }
        }
        return List.copyOf(turns.subList(Math.max(0, turns.size() - MOST), turns.size()));
    }

    /** Whether a way that starts with the edge meets the path again, and knows there what the path does not. */
    private boolean comesBackWithIt(Edge start, Set<Node> onPath) {
        Deque<Edge> open = new ArrayDeque<>(List.of(start));
        Set<Node> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Edge edge = open.remove();
            if (onPath.contains(edge.to())) {
                if (holds.test(edge)) {
                    return true;
                }
            } else if (seen.add(edge.to())) {
                edge.to().out().stream().filter(possible).forEach(open::add);
            }
        }
        return false;
    }

    private static Span place(Edge edge) {
        return edge.from().condition().map(c -> c.span()).or(() -> edge.from().statement().map(s -> s.span())).orElseThrow();
    }

    private static String text(Edge edge) {
        if (edge.threw()) {
            return "not where this fails";
        }
        if (edge.guard() instanceof Edge.When test) {
            return "not where this is " + test.outcome();
        }
        return edge.from().kind() == Node.Kind.SWITCH ? "not for every case of this" : "not behind this";
    }
}
