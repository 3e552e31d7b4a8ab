// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.List;
import java.util.Set;
import vireo.generator.flow.Node;
import vireo.generator.ir.Stmt;

/** Rules, and the facts that statements need. */
public interface Needs extends Rules {

    /** What has to hold before the statement. */
    List<Need> needs(Node at, Stmt statement, Knowledge before);

    /** What holds when a method that anybody may call is entered. */
    default Set<Fact> atEntry() {
        return Set.of();
    }

    /** Whether a needed fact is there. */
    default boolean isMet(Fact needed, Knowledge known) {
        return known.holds(needed);
    }
}
