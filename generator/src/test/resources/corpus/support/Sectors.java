// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** So many sectors of 512 bytes, or the number of one. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface Sectors {}
