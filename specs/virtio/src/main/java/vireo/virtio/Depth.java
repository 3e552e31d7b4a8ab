// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** How many nodes of a device tree lie around a place. */
@Unit(things = true)
@Target(ElementType.TYPE_USE)
public @interface Depth {}
