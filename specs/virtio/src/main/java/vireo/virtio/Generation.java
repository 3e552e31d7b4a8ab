// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** The number of a state of the device configuration. VIRTIO 1.4, 2.5. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface Generation {}
