// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.List;
import vireo.generator.source.Span;

/**
 * One finding. There is no severity below error: what is found is refused.
 *
 * @param code the stable code, {@code VR301}
 * @param primary what the caret points at
 * @param what one sentence: what is wrong here
 * @param secondary other places that matter, in the order in which control reaches them
 * @param facts what was known where a proof failed, one fact a line; empty where no proof was tried
 * @param why one sentence: what goes wrong in a kernel if this were accepted
 * @param fix one sentence: what to write instead
 */
public record Diagnostic(
        String code, Span primary, String what, List<Label> secondary, List<String> facts, String why, String fix) {

    /** A remark at another place. */
    public record Label(Span span, String text) {}

    public Diagnostic {
        secondary = List.copyOf(secondary);
        facts = List.copyOf(facts);
    }

    public static Diagnostic of(String code, Span primary, String what, String why, String fix) {
        return new Diagnostic(code, primary, what, List.of(), List.of(), why, fix);
    }

    public Diagnostic with(Label label) {
        var labels = new java.util.ArrayList<>(secondary);
        labels.add(label);
        return new Diagnostic(code, primary, what, labels, facts, why, fix);
    }

    public Diagnostic withFacts(List<String> known) {
        return new Diagnostic(code, primary, what, secondary, known, why, fix);
    }
}
