// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.Boxed;
import vireo.dsl.Discardable;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Moves;
import vireo.dsl.U8;

/** SEM-26, SEM-16: ended in several places, one of them behind a finally block. */
@Boxed
public final class Jar implements Vessel {
    private @U8 int content;

    /** At most 200. */
    Jar(@U8 int content) throws DriverException {
        if (content > 200) {
            throw new DriverException(Errno.ENOSPC);
        }
        this.content = content;
    }

    @Override
    public @U8 int content() {
        return content;
    }

    @Moves
    @Discardable
    @Override
    public @U8 int empty() {
        if (content < 9) {
            return 0;
        }
        content -= 9;
        return content;
    }

    @Moves
    @Override
    public void emptyBelow(@U8 int limit) throws DriverException {
        try {
            if (content >= limit) {
                throw new DriverException(Errno.EBUSY);
            }
            if (content == 7) {
                return;
            }
        } finally {
            content = 1;
        }
    }
}
