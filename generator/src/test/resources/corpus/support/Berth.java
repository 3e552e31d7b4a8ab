// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a berth. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface Berth {}
