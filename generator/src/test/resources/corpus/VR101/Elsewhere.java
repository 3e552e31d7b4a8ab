// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** A unit that stands on fields only, where javac would not let it stand on a cast. */
@Unit
@Target(ElementType.FIELD)
public @interface Elsewhere {} // expect VR101: Units with annotations other than
