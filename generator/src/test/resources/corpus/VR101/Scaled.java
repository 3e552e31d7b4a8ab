// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** A unit that would have to be computed with. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface Scaled {
    /** By what. */
    int value(); // expect VR101: Members of units are
}
