// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.check.milestone.Duties;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Witness;
import vireo.generator.ir.MethodDecl;
import vireo.generator.source.Span;

/** A check that knows which milestones every path has reached. */
interface ProtocolCheck extends Check {
    void run(Milestones milestones, Findings findings);

    /** The calls that led to a place, the innermost first. */
    static Diagnostic reached(Diagnostic diagnostic, List<Span> calls) {
        Diagnostic longer = diagnostic;
        for (Span call : calls) {
            longer = longer.with(new Diagnostic.Label(call, "reached from here"));
        }
        return longer;
    }

    /** Where the path parts from those on which the milestone is reached, and where it was lost. */
    static Diagnostic along(Diagnostic diagnostic, Witness.Path path) {
        Diagnostic longer = diagnostic;
        if (path.lost().isPresent()) {
            longer = longer.with(new Diagnostic.Label(path.lost().get(), "no longer so behind this"));
        }
        for (Witness.Turn turn : path.turns()) {
            longer = longer.with(new Diagnostic.Label(turn.span(), turn.text()));
        }
        return longer;
    }

    /** Proves duties, and explains those that are not met. */
    static void prove(Milestones milestones, Findings findings, String kind, Duties.Source source,
            java.util.function.Function<Duties.Duty, Diagnostic> explain) {
        new Duties(milestones, source, new Duties.Verdicts<>() {
            @Override
            public void refused(Duties.Duty duty, Witness.Path path) {
                findings.report(reached(along(explain.apply(duty), path), duty.calls()));
            }

            @Override
            public void proved(Duties.Duty duty) {
                findings.proved(kind, duty);
            }
        }).run();
    }

    /** Whether any method hands memory to a device. */
    static boolean isExposing(Milestones milestones) {
        return milestones.calls().methods().stream().map(milestones.meanings()::of).anyMatch(p -> p.exposes());
    }

    /** A method as messages name it. */
    static String name(MethodDecl method) {
        return Flows.name(method);
    }
}
