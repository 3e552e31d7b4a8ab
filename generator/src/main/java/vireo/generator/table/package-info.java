// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Tables of registers, layouts and constants that somebody has copied from a specification, to compare declarations with. */
package vireo.generator.table;
