// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The feature whose number this constant is may be accepted only together with another one (VR703). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Repeatable(DependsOn.List.class)
public @interface DependsOn {
    /** The number of the feature that it needs. */
    int value();

    /** The number of another feature that does instead; -1 where none does. */
    int or() default -1;

    /** Holds several {@link DependsOn}: all of them are needed. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface List {
        /** What is needed, in the order in which it was written. */
        DependsOn[] value();
    }
}
