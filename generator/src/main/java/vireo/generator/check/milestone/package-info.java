// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** What has happened between driver and device on every path to a point, across calls: told, confirmed, stopped. */
package vireo.generator.check.milestone;
