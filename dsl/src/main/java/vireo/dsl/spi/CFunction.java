// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that is a function of the port.
 *
 * The receiver of an instance method is the first argument. A method that throws returns 0 or a negative errno in C,
 * and its result goes through a pointer that is the last argument.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CFunction {
    /** The function's name in C. */
    String value();
}
