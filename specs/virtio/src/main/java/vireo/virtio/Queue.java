// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a queue of a device, or how many it has. */
@Unit(things = true)
@Target(ElementType.TYPE_USE)
public @interface Queue {}
