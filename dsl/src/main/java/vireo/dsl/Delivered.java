// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bytes that the device says it has written to memory that it was given, or fewer: what is read of such memory ends there (VR605). A local
 * variable so declared may take the number from the device itself; from there on it is followed.
 *
 * <p>On a constant of an enum: stands for a request to whose memory the device has written everything that was asked for. It is made
 * where that was found, and a comparison with it tells so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE, ElementType.FIELD})
public @interface Delivered {}
