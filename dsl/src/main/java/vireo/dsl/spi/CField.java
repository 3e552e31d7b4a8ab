// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that reads a field of the receiver's {@link CType}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CField {
    /** The field's name in C. */
    String value();
}
