// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.*;

/** A type with nothing to compare. */
@SpecTable("demo#registers")
public final class Nothing { // expect VR210: Nothing has no register, field or constant to compare with demo#registers.
    private int count;

    public int next() {
        count = count < 9 ? count + 1 : 0;
        return count;
    }
}
