// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;

/**
 * A point of a method where something happens. A statement of a cleanup stands in one node for each way out that runs it.
 */
public final class Node {
    /** What happens at a node. */
    public enum Kind {
        ENTRY,
        /** Executes {@link Node#statement}, which has no statements inside. */
        STATEMENT,
        /** Evaluates {@link Node#condition} and goes on along the edge of its outcome. */
        BRANCH,
        /** Evaluates the subject of a switch. */
        SWITCH,
        /** Every way into one iteration meets here: where an analysis widens. */
        LOOP_HEAD,
        /** Paths meet; nothing happens. */
        JOIN,
        /** The caller goes on. */
        EXIT,
        /** The caller sees a DriverException. */
        THROWN
    }

    private final int id;
    private final Kind kind;
    private final Stmt statement;
    private final Expr condition;
    private final List<Edge> in = new ArrayList<>();
    private final List<Edge> out = new ArrayList<>();

    Node(int id, Kind kind, Stmt statement, Expr condition) {
        this.id = id;
        this.kind = kind;
        this.statement = statement;
        this.condition = condition;
    }

    /** Unique within the graph, in order of construction, from 0. */
    public int id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The statement that this node came from; empty for entry, exits and joins. */
    public Optional<Stmt> statement() {
        return Optional.ofNullable(statement);
    }

    /** The condition of a branch, or the subject of a switch. */
    public Optional<Expr> condition() {
        return Optional.ofNullable(condition);
    }

    public List<Edge> in() {
        return Collections.unmodifiableList(in);
    }

    public List<Edge> out() {
        return Collections.unmodifiableList(out);
    }

    static void connect(Node from, Node to, Edge.Guard guard) {
        Edge edge = new Edge(from, to, guard);
        from.out.add(edge);
        to.in.add(edge);
    }

    @Override
    public String toString() {
        return kind + "#" + id;
    }
}
