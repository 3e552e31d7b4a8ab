// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method: it may be called, on a block of registers: they may be written, only by those who can show that the device has reached a
 * stage, or a later one: they have come to the device by way of the record that stands for it (VR702).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NeedsStage {
    /** The record that stands for the stage. */
    Class<?> value();
}
