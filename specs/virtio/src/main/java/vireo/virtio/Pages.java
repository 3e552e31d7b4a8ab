// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a page of 4096 bytes. VIRTIO 1.4, 4.1.5.1.3. */
@Unit(things = true)
@Target(ElementType.TYPE_USE)
public @interface Pages {}
