// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number that lies in a closed interval.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Range {
    /** The smallest value, inclusive. */
    long min() default 0;

    /** The largest value, inclusive; without it, the largest value of the Java type. */
    long max() default Long.MAX_VALUE;
}
