// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** Promises to listen, and hides how. */
public final class Hidden implements Listener {
    @Override
    void listen() {} // expect VR111: is part of an interface and not public
}
