// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.Moves;
import vireo.dsl.U16;

/** One ending method calls the other: the memory goes twice. */
@Boxed
public final class EndedInside {
    private final @U16 int number;

    /** With a number. */
    public EndedInside(@U16 int number) {
        this.number = number;
    }

    /** Ends it. */
    @Moves
    public void release() {}

    /** Ends it, and says what it was. */
    @Moves
    public @U16 int end() {
        @U16 int last = number;
        release(); // expect VR403: A method that ends a boxed object ends it once more
        return last;
    }
}
