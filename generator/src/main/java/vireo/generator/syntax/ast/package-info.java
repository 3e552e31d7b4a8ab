// SPDX-License-Identifier: MIT OR GPL-2.0-only

/** The tree of a source file as its author wrote it, before any name is resolved. Immutable. */
package vireo.generator.syntax.ast;
