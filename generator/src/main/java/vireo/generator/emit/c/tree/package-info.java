// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** The C that is about to be written: immutable records, and the printer that lays them out in kernel style. */
package vireo.generator.emit.c.tree;
