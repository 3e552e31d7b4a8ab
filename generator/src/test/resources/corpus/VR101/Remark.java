// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** An annotation that nobody checks. */
@Target(ElementType.TYPE_USE)
public @interface Remark {} // expect VR101: Annotation types of one's own are
