// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A register block that the device changes as a whole, while the driver reads register by register.
 *
 * <p>What was read from several of its registers, or from one of two halves, is used only after an equality has shown that nothing changed: of
 * a counter of changes before and after, or of two readings (VR206).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Snapshot {}
