// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.fact;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Witness;
import vireo.generator.source.Span;

/**
 * A fact that has to hold on every path to a place in the source.
 *
 * @param subject what needs it, for the check that asks
 * @param span where it is needed
 * @param calls the calls that led there, from the innermost, where the fact was looked for further up
 * @param turns where the shortest way on which it does not hold parts from those on which it does, once that is known
 */
public record Need(Fact fact, Object subject, Span span, List<Span> calls, List<Witness.Turn> turns) {
    public Need {
        calls = List.copyOf(calls);
        turns = List.copyOf(turns);
    }

    public Need(Fact fact, Object subject, Span span) {
        this(fact, subject, span, List.of(), List.of());
    }

    /** The diagnostic, with the way on which the need is not met. */
    public Diagnostic shown(Diagnostic diagnostic) {
        Diagnostic full = diagnostic;
        for (Witness.Turn turn : turns) {
            full = full.with(new Diagnostic.Label(turn.span(), turn.text()));
        }
        return full;
    }

    Need on(Witness.Path path) {
        return new Need(fact, subject, span, calls, path.turns());
    }

    /** The same need, as the caller at {@code call} sees it. */
    Need at(Fact there, Span call) {
        List<Span> longer = new ArrayList<>(calls);
        longer.add(call);
        return new Need(there, subject, span, longer, List.of());
    }
}
