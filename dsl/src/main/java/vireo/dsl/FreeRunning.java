// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A counter that wraps at its width, such as a ring index. It is compared with {@code ==} and {@code !=} or by
 * {@link Uint16#wrappingSub a wrapping difference}, never with {@code <} (VR306).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface FreeRunning {}
