// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that stands for a type of the port.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CType {
    /** The type in C, such as {@code "struct vireo_dma_memory"}; an opaque one ends in {@code *}. */
    String value();

    /** Whether its values are moved, never copied, and consumed exactly once. */
    boolean linear() default false;
}
