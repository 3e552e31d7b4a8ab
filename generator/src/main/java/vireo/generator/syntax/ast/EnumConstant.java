// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/**
 * A constant of an enum.
 *
 * @param body the members of a constant with a class body of its own
 */
public record EnumConstant(
        Modifiers modifiers,
        String name,
        Span nameSpan,
        List<Expression> arguments,
        Optional<List<Member>> body,
        Documentation documentation,
        Span span)
        implements Node {
    public EnumConstant {
        arguments = List.copyOf(arguments);
        body = body.map(List::copyOf);
    }
}
