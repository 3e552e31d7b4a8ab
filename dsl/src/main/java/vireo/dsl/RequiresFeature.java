// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Exists for the device only where a feature was negotiated: a register, a command, what a method does (VR704). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface RequiresFeature {
    /** The number of the feature. */
    int value();
}
