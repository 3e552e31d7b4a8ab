// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.List;
import vireo.generator.ir.Expr;

/** A step of control from one node to the next, and what is known when it is taken. */
public record Edge(Node from, Node to, Guard guard) {

    /** What holds along an edge. */
    public sealed interface Guard {}

    /** Taken always, once the node has done its work. */
    record Always() implements Guard {}

    /** Taken when {@code condition} evaluated to {@code outcome}. */
    public record When(Expr condition, boolean outcome) implements Guard {}

    /** Taken when the subject of a switch equals one of {@code values}. */
    public record Among(Expr subject, List<Expr> values) implements Guard {}

    /** Taken when the subject of a switch equals none of {@code values}. */
    public record NoneOf(Expr subject, List<Expr> values) implements Guard {}

    /** Taken when the statement threw: what it would have assigned keeps its old value. */
    public record Threw() implements Guard {}

    static final Guard ALWAYS = new Always();
    static final Guard THREW = new Threw();

    /** Whether the statement of {@link #from} failed along this edge. */
    public boolean threw() {
        return guard instanceof Threw;
    }
}
