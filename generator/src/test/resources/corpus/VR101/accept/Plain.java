// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** The same with what a kernel has: a class of its own, a field, and cases that end. */
public final class Plain implements Listener {
    private int count;

    /** Nothing counted yet. */
    public Plain() {
        this.count = 0;
    }

    @Override
    public void listen() {
        switch (count) {
            case 1:
                count = 5;
                break;
            default:
                count = 7;
        }
    }
}
