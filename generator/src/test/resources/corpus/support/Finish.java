// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Completed;
import vireo.dsl.Delivered;
import vireo.dsl.Range;
import vireo.dsl.U16;
import vireo.dsl.Undelivered;

/**
 * What became of a request.
 *
 * @param request which one; {@link #NONE} where none came back
 * @param length bytes that the device wrote
 * @param missing bytes that it was allowed to write and did not
 */
public record Finish(
        @Completed @Range(min = NONE, max = 7) int request, @Delivered @U16 int length, @Undelivered @U16 int missing) {
    /** No request. */
    public static final int NONE = -1;
}
