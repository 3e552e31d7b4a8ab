// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** SEM-26: owns another vessel, and ends it when it is ended. */
@Boxed
public final class Pot {
    private final Vessel inner;
    private final @U8 int own;

    /** Not for 13, whatever is in it. */
    Pot(@Moves Vessel inner, @U8 int own) throws DriverException {
        if (own == 13) {
            throw new DriverException(Errno.EINVAL);
        }
        this.inner = inner;
        this.own = own;
    }

    @U8 int content() {
        return (inner.content() + own) & 0xff;
    }

    @Moves
    @U8 int empty() {
        return (inner.empty() + own) & 0xff;
    }

    @Moves
    void emptyBelow(@U8 int limit) throws DriverException {
        inner.emptyBelow(limit);
    }
}
