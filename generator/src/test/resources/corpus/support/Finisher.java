// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;

/** Where the cases get completions from. */
public interface Finisher {
    /** The next completion, if there is one. */
    Finish take() throws DriverException;
}
