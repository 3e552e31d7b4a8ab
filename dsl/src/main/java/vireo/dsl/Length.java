// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties the length of an array, of a {@link DmaArray}, of {@link DmaBytes} or of a bound ring to another value.
 *
 * On the variable array of a {@link Ring} record the term names the ring's length, which is given when it is bound.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.LOCAL_VARIABLE,
    ElementType.RECORD_COMPONENT
})
public @interface Length {
    /** The value that the length equals; named as in {@link Below}. */
    String value();
}
