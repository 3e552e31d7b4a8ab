// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.Optional;

/** {@code atom + offset}, or a plain number where there is no atom: the form in which values are compared. */
public record Linear(Optional<Atom> atom, BigInteger offset) {

    static Linear of(BigInteger number) {
        return new Linear(Optional.empty(), number);
    }

    static Linear of(long number) {
        return of(BigInteger.valueOf(number));
    }

    static Linear of(Atom atom) {
        return new Linear(Optional.of(atom), BigInteger.ZERO);
    }

    public boolean isNumber() {
        return atom.isEmpty();
    }

    /** The form and a number more. */
    public Linear plus(BigInteger more) {
        return more.signum() == 0 ? this : new Linear(atom, offset.add(more));
    }

    /** The form and a number more. */
    public Linear plus(long more) {
        return plus(BigInteger.valueOf(more));
    }

    @Override
    public String toString() {
        if (atom.isEmpty()) {
            return offset.toString();
        }
        if (offset.signum() == 0) {
            return atom.get().toString();
        }
        return atom.get() + (offset.signum() > 0 ? " + " : " - ") + offset.abs();
    }
}
