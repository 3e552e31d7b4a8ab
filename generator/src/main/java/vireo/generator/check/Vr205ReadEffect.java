// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Program;
import vireo.generator.source.Span;

/** A register that changes by being read is read once, and its value is looked at on every path. */
final class Vr205ReadEffect implements Check {
    private final ReadOnce reads;

    Vr205ReadEffect(Program program, CallGraph calls) {
        this.reads = new ReadOnce(program, calls);
    }

    @Override
    public String code() {
        return "VR205";
    }

    void run(Findings findings) {
        reads.run(new ReadOnce.Sink() {
            @Override
            public void dropped(Span read) {
                findings.report(Diagnostic.of(code(), read, "The value of a register that changes by being read is lost on some path.",
                        "Reading has cleared it: whatever it said, an interrupt perhaps, nobody will ever know.",
                        "Read it where its value is used on every path, and only there."));
            }

            @Override
            public void again(Span read, Span first) {
                findings.report(Diagnostic.of(code(), read, "A register that changes by being read is read once more.",
                        "The first read has cleared it: the second one says what came since, not what was there.",
                        "Read it once, and keep the value in a variable.")
                        .with(new Diagnostic.Label(first, "read here before")));
            }
        });
    }
}
