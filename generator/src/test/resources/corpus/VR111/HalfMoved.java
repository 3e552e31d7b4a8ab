// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Moves;

/** Whoever calls it through the interface believes that it owns both. */
public final class HalfMoved implements Taker {
    @Override
    public void take(Crate crate) {} // expect VR111: `@Moves` stands on this parameter in the class or in the interface

    @Moves
    @Override
    public void look() {} // expect VR111: the interface's method does not end its object
}
