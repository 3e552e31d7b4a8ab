// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An unsigned 64-bit number in a {@code long}: the bits are the number, so values of 2^63 and more look negative.
 *
 * Java's {@code <} would compare such values as signed and is refused (VR305) unless the value is proved to be below
 * 2^63; {@link Uint64} has the unsigned operations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface U64 {}
