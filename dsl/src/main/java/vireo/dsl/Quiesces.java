// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * After this method has returned no device reads or writes memory of the driver any more; where it returns a boolean, after it has
 * returned true. Memory that an object keeps for a device goes back only behind such a call (VR405), and a wait for the device is
 * given up only behind one (VR406). A method with a body has to show it: it calls one that is marked so, on every path, or it writes
 * to the device and then reads from the device that it has stopped.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Quiesces {
    /** Every implementation has seen the device confirm it: {@link DeviceSays} answered 0 (VR705). */
    boolean confirmed() default false;

    /**
     * No device was stopped; instead all memory that is given back to this object from now on is kept for good. The method sets a
     * boolean field, and its class gives memory on only where the field is false.
     */
    boolean keepsMemory() default false;
}
