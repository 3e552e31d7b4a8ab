// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

/** A lambda where an interface's implementation belongs. */
public final class Functional {
    private Functional() {}

    /** Tells somebody. */
    public static void tell(Listener listener) {
        Listener again = () -> listener.listen(); // expect VR101: Lambdas
        again.listen();
    }
}
