// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that lays out a ring: a structure in device-visible memory that one side writes and the other reads, with
 * one array whose length is known only at run time, marked {@link Length}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Ring {
    /** Who writes the ring. What the device writes is not trusted (VR601). */
    Side writer();

    /** The alignment of the ring in bytes, a power of two. */
    int align();
}
