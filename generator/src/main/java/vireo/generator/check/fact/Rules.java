// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.List;
import java.util.Set;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;

/** What statements and conditions say in one check's terms. What calls of driver methods say, {@link Summaries} know. */
public interface Rules {

    /** Facts that hold once the statement has done its work. */
    Set<Fact> made(Node at, Stmt statement, Knowledge before);

    /** Facts that hold once the statement has done its work and its boolean result is {@code outcome}. */
    default Set<Fact> madeWhen(Stmt statement, boolean outcome, Knowledge before) {
        return Set.of();
    }

    /**
     * Whether a fact outlives the statement; assignments to what it mentions are looked at elsewhere. For a call this speaks of all
     * that the called methods may do.
     */
    default boolean survives(Fact fact, Stmt statement) {
        return true;
    }

    /** Facts that hold where the condition, which is no constant, conjunction, disjunction or negation, turned out so. */
    default Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        return Set.of();
    }

    /** The scopes that a fact made at the node belongs to. */
    default List<Integer> scopes(Node node) {
        return List.of(0);
    }

    /** The scope that begins anew at a loop head; 0 where none does. */
    default int scopeAt(Node head) {
        return 0;
    }
}
