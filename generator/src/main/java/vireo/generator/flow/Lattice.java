// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

/**
 * What an analysis may know at a point, ordered by how much it leaves open. A point that no path reaches has no element; the
 * solver keeps those apart, so a lattice needs no bottom.
 *
 * @param <S> the elements, which are never changed once they are handed over
 */
public interface Lattice<S> {

    /** What is known when control came along one path or the other. */
    S join(S first, S second);

    /**
     * As {@link #join}, at a loop head that {@code earlier} was known for before: must reach an element that does not change any
     * more after finitely many steps. The default suits lattices of finite height.
     */
    default S widen(S earlier, S next) {
        return join(earlier, next);
    }

    /** Whether the two say the same. */
    default boolean same(S first, S second) {
        return first.equals(second);
    }
}
