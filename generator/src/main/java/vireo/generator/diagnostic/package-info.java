// SPDX-License-Identifier: MIT OR GPL-2.0-only

/** Findings, the ways to show them, and the page that explains each code. */
package vireo.generator.diagnostic;
