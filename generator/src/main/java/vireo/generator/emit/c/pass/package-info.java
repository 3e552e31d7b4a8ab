// SPDX-License-Identifier: MIT OR GPL-2.0-only
/** Small passes over the C of one function, one idea each: from what is right to what a kernel engineer would have written. */
package vireo.generator.emit.c.pass;
