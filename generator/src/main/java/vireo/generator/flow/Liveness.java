// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;

/**
 * Which locals some path still reads. What is known of the others can be forgotten, which keeps what an analysis carries along as
 * small as what is in use, however long the method is. Parameters, and what types name in their bounds and lengths, count as read.
 */
public final class Liveness {
    private final Map<Local, Integer> indices = new HashMap<>();
    private final Map<Edge, Set<Local>> dying = new IdentityHashMap<>();
    private final BitSet always = new BitSet();
    private final Local[] locals;

    public Liveness(Cfg cfg) {
        List<Node> order = cfg.reversePostOrder();
        BitSet[] uses = new BitSet[cfg.nodes().size()];
        int[] defined = new int[cfg.nodes().size()];
        cfg.method().parameters().forEach(parameter -> always.set(index(parameter)));
        for (Node node : order) {
            BitSet used = new BitSet();
            node.condition().ifPresent(e -> use(e, used));
            boolean executes = node.kind() == Node.Kind.STATEMENT;
            if (executes) {
                Statements.expressions(node.statement().orElseThrow()).forEach(e -> use(e, used));
            }
            uses[node.id()] = used;
            defined[node.id()] = executes ? Statements.assigned(node.statement().orElseThrow()).map(this::index).orElse(-1) : -1;
        }
        locals = new Local[indices.size()];
        indices.forEach((local, index) -> locals[index] = local);
        BitSet[] live = solve(order, uses, defined);
        for (Node node : order) {
            for (Edge edge : node.out()) {
                BitSet ending = (BitSet) live[node.id()].clone();
                if (defined[node.id()] >= 0) {
                    ending.set(defined[node.id()]);
                }
                ending.andNot(live[edge.to().id()]);
                ending.andNot(always);
                Set<Local> found = new HashSet<>();
                ending.stream().forEach(i -> found.add(locals[i]));
                dying.put(edge, found);
            }
        }
    }

    private static BitSet[] solve(List<Node> order, BitSet[] uses, int[] defined) {
        BitSet[] live = new BitSet[uses.length];
        for (Node node : order) {
            live[node.id()] = (BitSet) uses[node.id()].clone();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = order.size() - 1; i >= 0; i--) {
                Node node = order.get(i);
                BitSet before = new BitSet();
                for (Edge edge : node.out()) {
                    before.or(live[edge.to().id()]);
                }
                if (defined[node.id()] >= 0) {
                    before.clear(defined[node.id()]);
                }
                before.or(uses[node.id()]);
                if (!before.equals(live[node.id()])) {
                    live[node.id()] = before;
                    changed = true;
                }
            }
        }
        return live;
    }

    /** The locals that no path reads any more once the edge is taken, and that one read or assigned before. */
    public Set<Local> dying(Edge edge) {
        return dying.getOrDefault(edge, Set.of());
    }

    private int index(Local local) {
        Integer known = indices.get(local);
        if (known == null) {
            known = indices.size();
            indices.put(local, known);
            mentioned(local.type());
        }
        return known;
    }

    private void mentioned(Type type) {
        if (type instanceof Type.Int number) {
            number.bounds().forEach(bound -> use(bound.term(), always));
        } else if (type instanceof Type.Array array) {
            mentioned(array.element());
            array.length().ifPresent(length -> use(length, always));
        } else if (type instanceof Type.Dma dma) {
            dma.length().ifPresent(length -> use(length, always));
        } else if (type instanceof Type.DmaArray array) {
            array.length().ifPresent(length -> use(length, always));
        } else if (type instanceof Type.DmaBytes bytes) {
            bytes.length().ifPresent(length -> use(length, always));
        }
    }

    private void use(Expr e, BitSet used) {
        if (e instanceof Expr.Get get) {
            used.set(index(get.local()));
        } else if (e instanceof Expr.ErrnoOf errno) {
            used.set(index(errno.exception()));
        } else {
            Expressions.operands(e).forEach(operand -> use(operand, used));
        }
    }
}
