// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as a unit: what a number counts, or whose number it is. Numbers of different units do not mix (VR308).
 *
 * A driver declares its own, each in a file: {@code @Unit @Target(ElementType.TYPE_USE) public @interface Sectors {}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Unit {
    /** For positions, the unit in which the distance of two of them is counted; positions are not added up. */
    Class<? extends Annotation> distance() default Unit.class;

    /** Numbers of things, or how many there are: so many, with an amount of another unit each, are that amount times as much. */
    boolean things() default false;
}
