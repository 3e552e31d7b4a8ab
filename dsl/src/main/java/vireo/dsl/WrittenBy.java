// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who writes the memory. A device never learns of memory that the driver writes as of memory that it may write, nor the reverse, and the
 * driver reads what the device writes only after a completion (VR407).
 *
 * <p>On a cell of a DMA structure: who writes it, once the device has it. On a number: the physical address of such memory. On a mask:
 * the bit of a descriptor that says so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface WrittenBy {
    /** The side that writes. */
    Side value();
}
