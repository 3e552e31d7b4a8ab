// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Two fields whose names differ in Java only. */
public final class Folded {
    private int freeCount;
    private int free_count; // expect VR105: free_count

    /** Both. */
    public Folded() {
        this.freeCount = 0;
        this.free_count = 0;
    }
}
