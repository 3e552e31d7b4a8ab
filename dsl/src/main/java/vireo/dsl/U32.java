// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An unsigned 32-bit number: a {@code long} whose value lies in 0 to 4294967295.
 *
 * Arithmetic that may leave that range is refused (VR301); {@link Uint32} has the operations that wrap, truncate or
 * check.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface U32 {}
