// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;

/** A helper takes a completion and drops it, so that its caller cannot know. */
public final class AcrossCall {
    private AcrossCall() {}

    private static void drop(Finisher queue) throws DriverException {
        queue.take(); // expect VR804: The result of Finisher.take is ignored
    }

    /** Drops two. */
    public static void run(Finisher queue) throws DriverException {
        drop(queue);
        drop(queue);
    }
}
