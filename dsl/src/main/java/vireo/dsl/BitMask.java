// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bits in their places: an operand of {@code & | ^ ~ == !=}, never a shift count (VR207).
 *
 * On a register or a cell: what is written to it are bits in their places.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface BitMask {
    /** The bits that may be set; all of them by default. */
    long value() default -1L;
}
