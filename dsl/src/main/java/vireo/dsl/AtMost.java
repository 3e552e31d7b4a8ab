// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number that is at most another value, and at least zero unless its own range says otherwise.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface AtMost {
    /**
     * The other value: a parameter of the same method, a final field of the same class or record, a component of one
     * of those ({@code "layout.size"}), or the length of an array ({@code "data.length"}).
     */
    String value();
}
