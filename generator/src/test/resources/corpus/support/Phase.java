// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** How far something is, for the cases that share it. */
public enum Phase {
    /** Nothing yet. */
    IDLE,
    /** In the middle. */
    BUSY,
    /** At the end. */
    OVER
}
