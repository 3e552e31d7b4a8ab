// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax.ast;

import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/**
 * One group of labels with what they lead to.
 *
 * @param values constants; {@link Expression.NullLiteral} for {@code case null}
 * @param patterns outside the subset
 * @param guard what follows {@code when}; outside the subset
 * @param isDefault {@code default}, alone or among the labels
 * @param arrow written {@code ->}. Its body is one statement (behind comments): a block, a throw, an expression statement, or, for an
 *     expression in a switch that yields a value, a {@link Statement.Yield}
 * @param labelSpan the labels alone
 */
public record SwitchCase(
        List<Expression> values,
        List<Pattern> patterns,
        Optional<Expression> guard,
        boolean isDefault,
        boolean arrow,
        List<Statement> body,
        Span labelSpan,
        Span span)
        implements Node {
    public SwitchCase {
        values = List.copyOf(values);
        patterns = List.copyOf(patterns);
        body = List.copyOf(body);
    }
}
