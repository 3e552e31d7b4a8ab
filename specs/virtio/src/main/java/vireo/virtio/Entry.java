// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a descriptor in its queue, by which a chain and a prepared buffer are known; or how many there are. */
@Unit(things = true)
@Target(ElementType.TYPE_USE)
public @interface Entry {}
