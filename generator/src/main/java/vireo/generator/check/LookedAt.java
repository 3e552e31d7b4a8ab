// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.Set;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Rules;
import vireo.generator.flow.Node;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** At which numbers the driver has looked at its own records: a condition asked one of its arrays there. */
final class LookedAt implements Rules {
    private final Places places;

    LookedAt(Places places) {
        this.places = places;
    }

    @Override
    public Set<Fact> made(Node at, Stmt statement, Knowledge before) {
        return Set.of();
    }

    @Override
    public Set<Fact> learnt(Node at, Expr condition, boolean outcome, Knowledge known) {
        Set<Fact> found = new HashSet<>();
        Indices.of(condition, (array, index) -> {
            if (array.type() instanceof Type.Array) {
                found.add(Fact.of(DeviceValues.CHECKED, places.of(index)));
            }
        });
        return found;
    }
}
