// SPDX-License-Identifier: MIT OR GPL-2.0-only
/**
 * Device-visible memory of a simulated machine: allocation and accounting, the driver's and the device's view, weak
 * ordering.
 */
package vireo.dsl.jvm.memory;
