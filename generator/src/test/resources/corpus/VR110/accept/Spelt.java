// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U16;
import vireo.dsl.Uint16;

/** The same names, as declared. */
public final class Spelt {
    private @U16 int count;

    /** Nothing counted yet. */
    public Spelt() {
        this.count = 0;
    }

    /** What was counted. */
    public int counted() {
        return count;
    }

    /** One more. */
    public void more() {
        increase();
    }

    private void increase() {
        count = Uint16.wrappingAdd(count, 1);
    }
}
