// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * After this method has returned no device reads or writes memory of the driver any more, or none of that memory is used again.
 * Memory that an object keeps for a device goes back only behind such a call (VR405), and a wait for the device is given up only
 * behind one (VR406).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Quiesces {
    /** Every implementation has seen the device confirm it: {@link DeviceSays} answered 0 (VR705). */
    boolean confirmed() default false;
}
