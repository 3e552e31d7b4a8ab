// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.ir.Program;

/**
 * The checks of what a driver leaves out without saying so, and of what it has without need: first values, names and stores that nobody
 * reads, tests that decide nothing. They speak only where nothing else was refused, because what is wrong elsewhere often has such
 * things in its wake.
 */
final class SpareChecks {
    private static final List<ProgramCheck> OF_PROGRAM = List.of(
            new Vr115FirstValue(),
            new Vr116Constant(),
            new Vr116Field(),
            new Vr116Method(),
            new Vr116Parameter(),
            new Vr116Variable(),
            new Vr116Store(),
            new Vr116FieldStore(),
            new Vr116Empty(),
            new Vr117Same(),
            new Vr117Repeated(),
            new Vr118Field(),
            new Vr118Mask(),
            new Vr118Result());

    private final List<MethodCheck> ofMethods;
    private final Diagnostics found = new Diagnostics();
    private final Findings findings = new Findings(found);
    private final Program program;

    SpareChecks(Program program) {
        this.program = program;
        this.ofMethods = List.of(new Vr117Decided(program), new Vr117Case(program), new Vr118Operation(program));
    }

    /** The codes that these checks may report. */
    static List<String> codes() {
        return List.of("VR115", "VR116", "VR117", "VR118");
    }

    /** Checks one method. */
    void method(MethodValues values) {
        ofMethods.forEach(check -> check.run(values, findings));
        findings.endMethod();
    }

    /** Checks the program as a whole, and reports what was found where nothing else is reported. */
    void program(CallGraph calls, Findings reported, Diagnostics diagnostics) {
        OF_PROGRAM.forEach(check -> check.run(program, calls, findings));
        if (diagnostics.isEmpty()) {
            found.sorted().forEach(diagnostics::report);
        }
        findings.proofs().forEach((kind, count) -> reported.proved(kind, count.intValue()));
    }
}
