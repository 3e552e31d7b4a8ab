// SPDX-License-Identifier: MIT OR GPL-2.0-only
package boxed;

import vireo.dsl.Interrupts;
import vireo.dsl.Nullable;

/**
 * What the kernel gives.
 *
 * @param interrupts null where the kernel has none: parts are polled
 */
public record Services(@Nullable Interrupts interrupts) {}
