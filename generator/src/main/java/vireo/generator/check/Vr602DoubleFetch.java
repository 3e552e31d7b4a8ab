// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.check.fact.FieldWrites;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Program;
import vireo.generator.source.Span;

/** A value in device-visible memory is read once: what was tested is what is used. */
final class Vr602DoubleFetch implements Check {
    private final Fetches fetches;

    Vr602DoubleFetch(Program program, CallGraph calls, FieldWrites writes) {
        this.fetches = new Fetches(program, calls, writes);
    }

    @Override
    public String code() {
        return "VR602";
    }

    void run(Findings findings) {
        fetches.run((read, first, calls) -> {
            Diagnostic diagnostic = Diagnostic.of(code(), read,
                    "Device-visible memory is read a second time, after a first value of it was tested.",
                    "The device may have written another value in between: the one that is used was never tested.",
                    "Keep the value of the first read in a variable, test it, and use it.")
                    .with(new Diagnostic.Label(first, "the value that was tested was read here"));
            for (Span call : calls) {
                diagnostic = diagnostic.with(new Diagnostic.Label(call, "called here, after the test"));
            }
            findings.report(diagnostic);
        });
    }
}
