// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** Eight characters, as {@link AsciiText#word} reads them. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface Letters {}
