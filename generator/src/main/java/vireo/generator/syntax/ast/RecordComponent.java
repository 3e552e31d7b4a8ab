// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import vireo.generator.source.Span;

/** A component of a record. */
public record RecordComponent(
        Modifiers modifiers, TypeName type, boolean varargs, String name, Span nameSpan, Documentation documentation, Span span)
        implements Node {}
