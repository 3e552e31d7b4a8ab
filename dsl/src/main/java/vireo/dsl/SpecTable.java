// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type copies a section of a specification's table.
 *
 * <p>The driver comes with that table, written by somebody who read the specification and not the driver. Every register, field and
 * constant of the type is compared with it: offset, width, mode of access, byte order, selector, value (VR210). What the table has and
 * the driver does not need may be left out of the type; what the table does not have, the type must not have either.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SpecTable {
    /** The name of the table and that of its section: {@code "virtio-1.4#common-cfg"}. */
    String value();

    /** Where in the section the type's first byte is, in bytes. */
    int from() default 0;
}
