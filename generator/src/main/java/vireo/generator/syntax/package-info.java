// SPDX-License-Identifier: MIT OR GPL-2.0-only

/** From text to tree: the grammar, syntax errors (VR100), and what the driver subset leaves out (VR101). */
package vireo.generator.syntax;
