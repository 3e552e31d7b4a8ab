// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Boxed;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** SEM-26: as simple as can be. */
@Boxed
public final class Urn implements Vessel {
    @Override
    public @U8 int content() {
        return 5;
    }

    @Moves
    @Discardable
    @Override
    public @U8 int empty() {
        return 5;
    }

    @Moves
    @Override
    public void emptyBelow(@U8 int limit) throws DriverException {}
}
