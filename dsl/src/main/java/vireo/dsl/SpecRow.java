// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The row of a specification's table that a register, field or constant copies: in a {@link SpecTable} type where the specification
 * has another name for it, in any other type where this member alone is the specification's.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface SpecRow {
    /** The row's name, {@code "queue_size"}, or with table and section, {@code "virtio-1.4#common-cfg/queue_size"}. */
    String value();
}
