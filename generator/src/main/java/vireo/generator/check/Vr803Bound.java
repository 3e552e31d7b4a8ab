// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.check.fact.Fact;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Knowledge;
import vireo.generator.check.fact.Summaries;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Witness;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.ir.Local;
import vireo.generator.ir.Program;

/**
 * Every loop ends: each way round it moves a counter towards a limit that it tests, or finds that a deadline, set before the loop, has
 * not passed. That a counter does not run past its type is proved elsewhere (VR301), so to move it one way is to end.
 */
final class Vr803Bound implements MethodCheck {
    private final FieldWrites writes;
    private final Summaries deadlines;

    Vr803Bound(Program program, CallGraph calls, FieldWrites writes) {
        this.writes = writes;
        this.deadlines = DeadlineTests.of(program, calls, writes);
    }

    @Override
    public String code() {
        return "VR803";
    }

    @Override
    public void run(MethodValues values, Findings findings) {
        Loops loops = new Loops(values.cfg().method(), writes);
        if (loops.isEmpty()) {
            return;
        }
        LoopProgress progress = new LoopProgress(values, loops, deadlines, writes, LoopProgress.Trust.ANY);
        progress.run((round, back, known, moves) -> findings.report(refusal(round, known,
                Witness.of(progress.solution(), back.from(), moves))));
        loops.all().forEach(round -> findings.proved("loops", round.loop()));
    }

    private Diagnostic refusal(Loops.Round round, Knowledge known, Witness.Path path) {
        Diagnostic diagnostic = Diagnostic.of(code(), round.loop().span(),
                "Nothing bounds this loop: there is a way round it on which no counter moves towards a limit and no deadline is tested.",
                "A device that never answers, or answers for ever, would hold the kernel in here.",
                "Count the rounds ('for (int i = 0; i < MAX; i++)', and fail after it), or make a Deadline before the loop and leave it"
                        + " where deadline.expired() is true.");
        List<Diagnostic.Label> labels = new ArrayList<>();
        path.turns().forEach(turn -> labels.add(new Diagnostic.Label(turn.span(), turn.text())));
        boolean isTold = !labels.isEmpty();
        for (Fact fact : known.facts()) {
            if (fact.scope() != round.number()) {
                continue;
            }
            for (Local local : round.stores().keySet()) {
                if (fact.kind().equals(LoopRules.IN_TIME) && fact.place(0).mentions(local)) {
                    labels.add(new Diagnostic.Label(round.stores().get(local).get(0).span(), "the deadline begins anew on each round"));
                } else if (!isTold && fact.place(0).equals(LoopRules.counter(local)) && fact.about().size() == 1) {
                    labels.add(new Diagnostic.Label(round.stores().get(local).get(0).span(),
                            "'" + local.name() + "' is " + fact.kind() + ", which alone does not end the loop"));
                }
            }
        }
        labels.sort(java.util.Comparator.comparingInt(label -> label.span().start()));
        for (Diagnostic.Label label : labels.stream().distinct().toList()) {
            diagnostic = diagnostic.with(label);
        }
        return diagnostic;
    }
}
