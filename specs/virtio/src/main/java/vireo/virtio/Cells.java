// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** How many numbers of a device tree an address or a size has. */
@Unit(things = true)
@Target(ElementType.TYPE_USE)
public @interface Cells {}
