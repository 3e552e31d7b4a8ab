// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The flags of a descriptor that may go on in another one. What is offered to the device is the number of a chain's first descriptor:
 * each chain is followed, and has to end, with what the device reads before what the device writes (VR507).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ChainFlags {
    /** The component that holds the number of the chain's next descriptor. */
    String next();

    /** The bit that says that the chain goes on there. */
    long more();

    /** The bit that says that the device writes the memory; without it the device reads it. */
    long written();

    /** The bit that says that the memory is a table of descriptors; 0 where there is no such thing. */
    long table() default 0;
}
