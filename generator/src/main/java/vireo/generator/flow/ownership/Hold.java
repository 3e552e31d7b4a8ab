// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.Optional;
import vireo.generator.source.Span;

/**
 * What may be in a place, over all paths that lead here. Several flags mean that paths differ.
 *
 * @param flags of the constants below
 * @param acquired where the value came to be owned, on one of the paths
 * @param moved where it was moved away, on one of the paths
 * @param keptIn the field of an object under construction that owns the value now, of which this is another name
 */
record Hold(int flags, Optional<Span> acquired, Optional<Span> moved, Optional<Place> keptIn) {
    /** Nothing: not assigned yet, or null. */
    static final int FREE = 1;
    /** A value that has to be consumed. */
    static final int OWNED = 2;
    /** It was consumed. */
    static final int MOVED = 4;
    /** A value that somebody else owns. */
    static final int BORROWED = 8;
    /** Owned by the field {@code keptIn}. */
    static final int KEPT = 16;
    /** A token that was taken over and not looked at yet. */
    static final int UNREAD = 32;
    /** Owned, and the caller's again where the method fails. */
    static final int RETURNS = 64;

    static final Hold NOTHING = new Hold(FREE, Optional.empty(), Optional.empty(), Optional.empty());
    static final Hold SOMEBODY_ELSES = new Hold(BORROWED, Optional.empty(), Optional.empty(), Optional.empty());

    /** A value to consume, or nothing. */
    static final Hold UNKNOWN = new Hold(OWNED | FREE, Optional.empty(), Optional.empty(), Optional.empty());

    static Hold owned(Span at) {
        return new Hold(OWNED, Optional.of(at), Optional.empty(), Optional.empty());
    }

    static Hold moved(Span at) {
        return new Hold(MOVED, Optional.empty(), Optional.of(at), Optional.empty());
    }

    static Hold kept(Place field, Span at) {
        return new Hold(KEPT, Optional.of(at), Optional.empty(), Optional.of(field));
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    Hold with(int flag) {
        return new Hold(flags | flag, acquired, moved, keptIn);
    }

    Hold without(int flag) {
        return new Hold(flags & ~flag, acquired, moved, keptIn);
    }

    Hold movedAt(Span at) {
        return new Hold(flags & ~(OWNED | KEPT | UNREAD) | MOVED, acquired, Optional.of(at), Optional.empty());
    }

    Hold join(Hold other) {
        return new Hold(flags | other.flags, acquired.or(other::acquired), moved.or(other::moved), keptIn.or(other::keptIn));
    }
}
