// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.value.Effects;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.Summaries;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;

/** All checks, in the order of their codes. */
public final class Checks {
    private static final List<ProgramCheck> PROGRAM_CHECKS = List.of(
            new Vr102Recursion(),
            new Vr103StackDepth(),
            new Vr104Allocation(),
            new Vr201Overlap(),
            new Vr202AccessMode(),
            new Vr209Layout(),
            new Vr302Contract(),
            new Vr302Construction(),
            new Vr804IgnoredResult());

    private Checks() {}

    /** New for each run: a point check may remember what it reported inside one expression. */
    private static List<PointCheck> pointChecks() {
        return List.of(
                new Vr207Mask(),
                new Vr207Plain(),
                new Vr208ByteOrder(),
                new Vr301Overflow(),
                new Vr302Range(),
                new Vr302Initial(),
                new Vr303Index(),
                new Vr303Length(),
                new Vr304DivisionAndShift(),
                new Vr305UnsignedOrder(),
                new Vr306FreeRunning(),
                new Vr307Null(),
                new Vr307Initial());
    }

    /** The codes that some check here may report, sorted, each once. */
    public static List<String> codes() {
        return Stream.<Check>concat(PROGRAM_CHECKS.stream(), pointChecks().stream()).map(Check::code).distinct().sorted().toList();
    }

    /** Checks the whole program; what is refused goes to {@code diagnostics}. */
    public static CheckReport run(Program program, Diagnostics diagnostics) {
        Findings findings = new Findings(diagnostics);
        CallGraph calls = new CallGraph(program);
        for (ProgramCheck check : PROGRAM_CHECKS) {
            check.run(program, calls, findings);
        }
        List<PointCheck> checks = new ArrayList<>(pointChecks());
        SeenValues seen = new SeenValues();
        checks.add(seen);
        Effects effects = new Effects(calls);
        Summaries summaries = new Summaries(calls);
        for (MethodDecl method : calls.methods()) {
            if (method.body().isPresent()) {
                MethodValues values = MethodValues.of(method, program, effects, summaries);
                new PointWalk(program, values, checks, findings).run();
                findings.endMethod();
            }
        }
        return new CheckReport(findings.proofs(), seen);
    }
}
