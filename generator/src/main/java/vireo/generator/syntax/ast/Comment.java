// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import vireo.generator.source.Span;

/**
 * An ordinary comment (not Javadoc).
 *
 * @param text without comment markers, without the stars that begin the lines of a block, lines separated by LF;
 *     neighbouring line comments are one comment
 * @param trailing stands on the line of the code that it speaks of, behind it
 */
public record Comment(String text, boolean trailing, Span span) {}
