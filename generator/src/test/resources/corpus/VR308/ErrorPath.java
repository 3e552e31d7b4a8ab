// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Milliseconds;
import vireo.dsl.Range;

/** Takes the wrong number back when something fails. */
public final class ErrorPath {
    private @Lane @Range(max = 7) int current;

    /** On lane 0. */
    public ErrorPath() {
        this.current = 0;
    }

    /** Changes lane, for a time. */
    public void change(@Lane @Range(max = 7) int lane, @Milliseconds @Range(max = 7) int time) throws DriverException {
        @Lane int before = current;
        current = lane;
        try {
            Deadline end = Deadline.afterMillis(lane); // expect VR308: 'lane' is @Lane, and argument 1 of afterMillis is @Milliseconds.
            if (end.expired()) {
                throw new DriverException(Errno.EIO);
            }
        } catch (DriverException e) {
            current = time; // expect VR308: 'time' is @Milliseconds, and the field 'current' is @Lane.
            throw e;
        } finally {
            current = before;
        }
    }
}
