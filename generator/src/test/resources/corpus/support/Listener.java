// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Implemented by the kernel. */
public interface Listener {
    /** Something happened. */
    void listen();
}
