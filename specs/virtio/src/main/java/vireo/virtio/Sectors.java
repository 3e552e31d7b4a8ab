// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a sector of 512 bytes, or how many there are. VIRTIO 1.4, 5.2.4. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface Sectors {}
