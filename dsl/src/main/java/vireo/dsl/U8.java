// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An unsigned 8-bit number: an {@code int} whose value lies in 0 to 255.
 *
 * Arithmetic that may leave that range is refused (VR301); {@link Uint8} has the operations that wrap, truncate or
 * check.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface U8 {}
