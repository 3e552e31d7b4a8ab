// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vireo.dsl.Errno;

/** Names the errors that a kernel's service may fail with; a port returns no others. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fails {
    /** The errors. */
    Errno[] value();
}
