// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/** The control-flow graph of one method body. */
public final class Cfg {
    private final MethodDecl method;
    private final List<Node> nodes;
    private final Node entry;
    private final Node exit;
    private final Node thrown;
    private List<Node> reversePostOrder;

    Cfg(MethodDecl method, List<Node> nodes, Node entry, Node exit, Node thrown) {
        this.method = method;
        this.nodes = List.copyOf(nodes);
        this.entry = entry;
        this.exit = exit;
        this.thrown = thrown;
    }

    /** The graph of a method that has a body; {@code program} tells which calls may throw. */
    public static Cfg of(MethodDecl method, Program program) {
        return new CfgBuilder(method, program).build();
    }

    public MethodDecl method() {
        return method;
    }

    /** All nodes, those that no path reaches included. */
    public List<Node> nodes() {
        return nodes;
    }

    public Node entry() {
        return entry;
    }

    /** Where the method returns. */
    public Node exit() {
        return exit;
    }

    /** Where the method throws. */
    public Node thrown() {
        return thrown;
    }

    /** The nodes that some path reaches, each before its successors but along the edges that close a loop. */
    public List<Node> reversePostOrder() {
        if (reversePostOrder == null) {
            reversePostOrder = computeOrder();
        }
        return reversePostOrder;
    }

    private List<Node> computeOrder() {
        List<Node> order = new ArrayList<>();
        boolean[] seen = new boolean[nodes.size()];
        // An explicit stack: a body of ten thousand statements is one path of ten thousand nodes.
        List<Node> path = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        path.add(entry);
        next.add(0);
        seen[entry.id()] = true;
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            Node node = path.get(top);
            int index = next.get(top);
            if (index == node.out().size()) {
                order.add(node);
                path.remove(top);
                next.remove(top);
                continue;
            }
            next.set(top, index + 1);
            // Last successor first: the fall-through way out then comes first in the reversed order.
            Node successor = node.out().get(node.out().size() - 1 - index).to();
            if (!seen[successor.id()]) {
                seen[successor.id()] = true;
                path.add(successor);
                next.add(0);
            }
        }
        Collections.reverse(order);
        return order;
    }
}
