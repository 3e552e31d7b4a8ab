// SPDX-License-Identifier: MIT OR GPL-2.0-only
package boxed;

import vireo.dsl.Boxed;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.U32;

/** A part that owns nothing but its memory. */
@Boxed
public final class Dial implements Part {
    private final @U32 long value;

    /**
     * Shows a value.
     *
     * @throws DriverException EINVAL for a value that it cannot show
     */
    public Dial(@U32 long value) throws DriverException {
        if (value == 0) {
            throw new DriverException(Errno.EINVAL);
        }
        this.value = value;
    }

    @Override
    public @U32 long count() {
        return value;
    }

    @Moves
    @Override
    public void close() {
        if (value > 7) {
            return;
        }
        Log.info("a small dial is closed");
    }

    @Moves
    @Override
    public @U32 long closeAndCount() {
        return value > 7 ? value : 7;
    }

    @Moves
    @Override
    public void closeUnless(boolean busy) throws DriverException {
        try {
            if (busy) {
                throw new DriverException(Errno.EBUSY);
            }
        } finally {
            Log.info("a dial was asked to close");
        }
    }
}
