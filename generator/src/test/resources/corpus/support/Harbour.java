// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Where ships lie, for the cases that share it. */
public interface Harbour {
    /** The berth behind another. */
    @Berth int next(@Berth int berth);

    /** The first berth. */
    @Berth int first();
}
