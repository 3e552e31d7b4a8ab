// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.source.Span;

/**
 * A fact that has to hold on every path to a place in the source.
 *
 * @param subject what needs it, for the check that asks
 * @param span where it is needed
 * @param calls the calls that led there, from the innermost, where the fact was looked for further up
 */
public record Need(Fact fact, Object subject, Span span, List<Span> calls) {
    public Need {
        calls = List.copyOf(calls);
    }

    public Need(Fact fact, Object subject, Span span) {
        this(fact, subject, span, List.of());
    }

    /** The same need, as the caller at {@code call} sees it. */
    Need at(Fact there, Span call) {
        List<Span> longer = new ArrayList<>(calls);
        longer.add(call);
        return new Need(there, subject, span, longer);
    }
}
