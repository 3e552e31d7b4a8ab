// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.Optional;
import vireo.generator.ir.Local;

/**
 * Where the author wants the result of an effect.
 *
 * @param local the variable, where it is one
 * @param declares whether the variable is declared with it
 * @param hint how to name a temporary for it, empty for no preference
 */
record Destination(Optional<Local> local, boolean declares, String hint) {
    /** A variable that is declared with its first value. */
    static Destination declaring(Local local) {
        return new Destination(Optional.of(local), true, "");
    }

    /** A variable that exists. */
    static Destination assigning(Local local) {
        return new Destination(Optional.of(local), false, "");
    }

    /** A place that is no variable, such as a field. */
    static Destination named(String hint) {
        return new Destination(Optional.empty(), false, hint);
    }
}
