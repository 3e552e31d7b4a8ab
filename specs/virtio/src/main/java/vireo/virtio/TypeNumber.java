// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import vireo.dsl.Unit;

/** A type of virtio device: one of {@link DeviceType}, or another. VIRTIO 1.4, 5. */
@Unit
@Target(ElementType.TYPE_USE)
public @interface TypeNumber {}
