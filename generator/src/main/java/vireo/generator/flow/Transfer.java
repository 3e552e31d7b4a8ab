// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.util.Optional;

/**
 * How a node and the edges out of it change what is known.
 *
 * @param <S> the elements of the analysis's {@link Lattice}
 */
public interface Transfer<S> {

    /** What is known when the method is entered. */
    S initial(Cfg cfg);

    /** What is known after the node has done its work without throwing. */
    S after(Node node, S before);

    /**
     * What is known once {@code edge} is taken; empty when it cannot be taken.
     *
     * @param before what was known before the node's work: where the node threw, it is this that counts
     * @param after what {@link #after} gave
     */
    Optional<S> along(Edge edge, S before, S after);

    /** Called at a loop head for the element that enters it from outside, before the first iteration. */
    default S enterLoop(Node head, S entering) {
        return entering;
    }
}
