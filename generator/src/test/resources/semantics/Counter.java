// SPDX-License-Identifier: MIT OR GPL-2.0-only
package semantics;

import vireo.dsl.U8;

/** SEM-17: a value that is copied. */
public record Counter(@U8 int value, boolean odd) {

    static Counter fresh() {
        return new Counter(1, true);
    }

    Counter twice() {
        return new Counter(value < 100 ? value * 2 : value, false);
    }
}
