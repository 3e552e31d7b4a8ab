// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Delivered;

/** Where a request of the cases stands. */
public enum Progress {
    /** There is none. */
    IDLE,
    /** The device has written everything. */
    @Delivered
    DONE
}
