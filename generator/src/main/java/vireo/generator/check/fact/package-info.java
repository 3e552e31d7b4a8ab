// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Facts that hold on every path to a point, across calls: the ground that the checks of order and of protocols stand on. */
package vireo.generator.check.fact;
