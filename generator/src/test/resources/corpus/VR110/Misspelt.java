// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Names that nothing bears. */
public final class Misspelt {
    private int count;

    /** Nothing counted yet. */
    public Misspelt() {
        this.count = 0;
    }

    /** What was counted. */
    public int counted() {
        return cuont; // expect VR110: cuont
    }

    /** Counts in a way that does not exist. */
    public void more() {
        increase(); // expect VR110: increase
    }
}
