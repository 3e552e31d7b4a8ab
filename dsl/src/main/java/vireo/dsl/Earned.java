// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that stands for a stage which a device has reached. It is made by the methods that lead there, and by nobody else (VR701):
 * by its own, and by those of the stage before that {@link Moves} their receiver.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Earned {
    /** The stage before; {@code void.class} for the first. */
    Class<?> from() default void.class;

    /** Bits that were told to the device on every path, by {@link TellsDevice}, before the record is made. */
    long tells() default 0;

    /** Bits that {@link DeviceSays} was seen to have set, after they were told. */
    long confirms() default 0;

    /** Bits that a {@link Moves} method tells which leads to no further stage: who gives up says so. */
    long abandons() default 0;
}
