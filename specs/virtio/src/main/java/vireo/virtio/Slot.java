// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a request of the block driver, or how many it can have. */
@Unit(things = true)
@Target(ElementType.TYPE_USE)
public @interface Slot {}
