// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Summaries;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Edge;
import vireo.generator.flow.Node;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;

/**
 * How often a loop runs is not for the device to choose: among what ends the loop is a limit, or a deadline, that the device has no part
 * in.
 */
final class LoopLimits implements MethodCheck {
    private final FieldWrites writes;
    private final Summaries deadlines;
    private final Map<String, DeviceFlow.Walked> reached = new HashMap<>();

    LoopLimits(Program program, CallGraph calls, FieldWrites writes, DeviceFlow unchecked) {
        this.writes = writes;
        this.deadlines = DeadlineTests.of(program, calls, writes);
        unchecked.walked().forEach(walked -> reached.put(walked.method().key(), walked));
    }

    @Override
    public String code() {
        return "VR601";
    }

    @Override
    public void run(MethodValues values, Findings findings) {
        DeviceFlow.Walked walked = reached.get(values.cfg().method().key());
        Loops loops = new Loops(values.cfg().method(), writes);
        if (walked == null || loops.isEmpty()) {
            return;
        }
        // What nothing bounds at all is refused elsewhere.
        Set<Loops.Round> endless = new HashSet<>();
        new LoopProgress(values, loops, deadlines, writes, LoopProgress.Trust.ANY).run((round, back, known, moves) -> endless.add(round));
        Distrust distrust = new Distrust(values, walked, loops);
        new LoopProgress(values, loops, deadlines, writes, distrust).run((round, back, known, moves) -> {
            if (!endless.contains(round)) {
                distrust.choice(round).ifPresent(choice -> findings.report(Steering.refusal(code(choice.origin()), choice.of(),
                        "how often a loop runs", choice.origin())));
            }
        });
        loops.all().forEach(round -> findings.proved("steering values", round.loop()));
    }

    private static String code(Origin origin) {
        return origin.kind() == Origin.Kind.REGISTER || origin.kind() == Origin.Kind.CONFIGURATION ? "VR604" : "VR601";
    }

    /** What the device chose, and where it matters. */
    private record Choice(Expr of, Origin origin, Stmt at) {}

    /** Takes nothing from the device that no check has bounded. */
    private final class Distrust implements LoopProgress.Trust {
        private final MethodValues values;
        private final DeviceFlow.Walked walked;
        private final Loops loops;
        private final Map<Expr, Choice> limits = new LinkedHashMap<>();
        private final Map<Edge, Choice> starts = new LinkedHashMap<>();

        Distrust(MethodValues values, DeviceFlow.Walked walked, Loops loops) {
            this.values = values;
            this.walked = walked;
            this.loops = loops;
        }

        @Override
        public boolean limit(Node at, Expr limit) {
            Optional<Origin> origin = walked.before(at.id()).flatMap(known -> walked.values().unchecked(limit, known));
            origin.ifPresent(found -> limits.put(limit, new Choice(limit, found, at.statement().orElseThrow())));
            return origin.isEmpty();
        }

        @Override
        public boolean start(Local counter, Edge entry, boolean down) {
            Node head = entry.to();
            Expr read = new Expr.Get(counter, counter.type(), counter.span());
            Optional<State> state = values.before(head);
            if (!down && state.isPresent() && values.value(state.get(), read).min().signum() >= 0) {
                return true;
            }
            Optional<Origin> origin = walked.along(entry).flatMap(known -> walked.values().unchecked(read, known))
                    .filter(found -> !isOwn(counter, loops.of(head.statement().orElseThrow())));
            origin.ifPresent(found -> starts.put(entry, new Choice(read, found, head.statement().orElseThrow())));
            return origin.isEmpty();
        }

        /** Whether all that the counter is given outside the loop is the driver's own. */
        private boolean isOwn(Local counter, Loops.Round round) {
            List<Stmt> outside = loops.storesOf(counter).stream()
                    .filter(store -> !loops.around(store).contains(round.number())).toList();
            return !outside.isEmpty() && outside.stream().allMatch(store -> LoopRules.value(store).isPresent() && nodes(store)
                    .allMatch(node -> walked.before(node).flatMap(known -> walked.values().unchecked(LoopRules.value(store).get(), known))
                            .isEmpty()));
        }

        private Stream<Node> nodes(Stmt statement) {
            return walked.cfg().reversePostOrder().stream().filter(node -> node.statement().filter(s -> s == statement).isPresent());
        }

        /** What the device has to do with the loop. */
        Optional<Choice> choice(Loops.Round round) {
            Optional<Choice> start = starts.values().stream().filter(choice -> choice.at() == round.loop()).findFirst();
            return limits.values().stream().filter(choice -> loops.around(choice.at()).contains(round.number())).findFirst()
                    .or(() -> start.map(choice -> new Choice(counted(round, choice.of()), choice.origin(), choice.at())));
        }

        /** Where the loop's condition reads the counter, for the caret. */
        private Expr counted(Loops.Round round, Expr counter) {
            return round.loop().condition() instanceof Expr.BoolConst ? counter : round.loop().condition();
        }
    }
}
