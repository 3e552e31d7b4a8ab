// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.ownership.Breach;
import vireo.generator.flow.ownership.Ownership;
import vireo.generator.flow.value.Effects;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.Summaries;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.table.SpecTables;

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
            new Vr308Unit(),
            new Vr804IgnoredResult(),
            new Vr805Documented());

    private static final List<OwnershipCheck> OWNERSHIP_CHECKS = List.of(
            new Vr401UseAfterMove(), new Vr402NotConsumed(), new Vr403ConsumedTwice(), new Vr404StoredBorrow());

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
                new Vr307Initial(),
                new Vr508Alignment());
    }

    /** The codes that some check here may report, sorted, each once. */
    public static List<String> codes() {
        Stream<String> own = Stream.<Stream<? extends Check>>of(PROGRAM_CHECKS.stream(), OWNERSHIP_CHECKS.stream(), pointChecks().stream())
                .flatMap(checks -> checks).map(Check::code);
        Stream<String> followed = Stream.concat(DeviceChecks.codes().stream(), ProtocolChecks.codes());
        Stream<String> compared = Stream.concat(Stream.of(Vr210Transcription.CODE), SpareChecks.codes().stream());
        return Stream.of(own, followed, compared).flatMap(codes -> codes).distinct().sorted().toList();
    }

    /** Checks the whole program; what is refused goes to {@code diagnostics}. */
    public static CheckReport run(Program program, SpecTables tables, Diagnostics diagnostics) {
        return run(program, tables, diagnostics, Optional.of(new SpareChecks(program)));
    }

    /** Proves that nothing in the program goes wrong, and does not look for what it has without need. */
    public static CheckReport prove(Program program, SpecTables tables, Diagnostics diagnostics) {
        return run(program, tables, diagnostics, Optional.empty());
    }

    private static CheckReport run(Program program, SpecTables tables, Diagnostics diagnostics, Optional<SpareChecks> spare) {
        Findings findings = new Findings(diagnostics);
        CallGraph calls = new CallGraph(program);
        for (ProgramCheck check : PROGRAM_CHECKS) {
            check.run(program, calls, findings);
        }
        new Vr210Transcription(tables).run(program, calls, findings);
        ownership(calls, findings);
        List<PointCheck> checks = new ArrayList<>(pointChecks());
        SeenValues seen = new SeenValues();
        checks.add(seen);
        Effects effects = new Effects(calls);
        Summaries summaries = new Summaries(calls);
        DeviceChecks device = new DeviceChecks(program, calls);
        checks.addAll(device.ofPoints());
        for (MethodDecl method : calls.methods()) {
            if (method.body().isPresent()) {
                MethodValues values = MethodValues.of(method, program, effects, summaries);
                new PointWalk(program, values, checks, findings).run();
                device.method(values, findings);
                findings.endMethod();
                spare.ifPresent(last -> last.method(values));
            }
        }
        device.program(findings);
        spare.ifPresent(last -> last.program(calls, findings, diagnostics));
        return new CheckReport(findings.proofs(), seen);
    }

    private static void ownership(CallGraph calls, Findings findings) {
        Ownership ownership = Ownership.of(calls);
        for (Breach breach : ownership.breaches()) {
            OWNERSHIP_CHECKS.stream().filter(c -> c.covers(breach.kind())).findFirst()
                    .ifPresent(check -> findings.report(check.explain(breach)));
        }
        findings.proved("ownership", ownership.followed());
        ProtocolChecks.run(calls, findings);
    }
}
