// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what the generator knows by name, because a C call alone does not say what it does.
 *
 * The name of a type is its simple name in lower case; that of a method is the type's, a dot, and the method's name;
 * {@code new} for a constructor.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Intrinsic {
    /** The name, such as {@code "le16.publish"}. */
    String value();
}
