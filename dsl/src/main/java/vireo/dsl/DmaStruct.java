// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that lays out a structure in memory that a device sees. Offsets and size are checked (VR209).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DmaStruct {
    /** The size of the structure in bytes. */
    int size();

    /** The alignment of the structure in bytes, a power of two. */
    int align();
}
