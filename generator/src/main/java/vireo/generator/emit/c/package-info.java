// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** From the IR to C: lowering of types, expressions and statements, and small passes over the C tree. */
package vireo.generator.emit.c;
