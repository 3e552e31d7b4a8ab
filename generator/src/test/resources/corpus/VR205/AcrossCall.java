// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Two methods, each of which reads. */
public final class AcrossCall {
    private final Reasons reasons;

    /** Watches a device. */
    public AcrossCall(Reasons reasons) {
        this.reasons = reasons;
    }

    /** What happened, as a number. */
    public int what() {
        if (hasNews()) {
            return 1;
        }
        return hasChanged() ? 2 : 0; // expect VR205: is read once more
    }

    private boolean hasNews() {
        return (reasons.status().read() & 1) != 0;
    }

    private boolean hasChanged() {
        return (reasons.status().read() & 2) != 0;
    }
}
