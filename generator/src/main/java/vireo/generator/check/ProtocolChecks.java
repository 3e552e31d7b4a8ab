// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.stream.Stream;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.flow.CallGraph;

/** The checks of the protocol between driver and device: stages, features, and who may use memory when. */
final class ProtocolChecks {
    private final List<ProtocolCheck> checks = List.of(
            new Vr405DeviceMemory(), new Vr405Claim(), new Vr406GivenUp(), new Vr701Stage(), new Vr701Status(), new Vr702TooEarly(), new Vr703Features(),
            new Vr704Feature(), new Vr705Reset());

    /** The codes that these checks may report. */
    static Stream<String> codes() {
        return new ProtocolChecks().checks.stream().map(Check::code);
    }

    static void run(CallGraph calls, Findings findings) {
        Milestones milestones = new Milestones(calls);
        new ProtocolChecks().checks.forEach(check -> check.run(milestones, findings));
    }
}
