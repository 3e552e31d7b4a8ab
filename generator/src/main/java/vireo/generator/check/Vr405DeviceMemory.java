// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.check.milestone.Duties;
import vireo.generator.check.milestone.MemoryDuties;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Witness;

/** Memory that an object keeps for a device, or that a device was told of, goes back only when no device uses memory any more. */
final class Vr405DeviceMemory implements ProtocolCheck {
    @Override
    public String code() {
        return "VR405";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        if (!ProtocolCheck.isExposing(milestones)) {
            return;
        }
        new MemoryDuties(milestones, new Duties.Verdicts<>() {
            @Override
            public void refused(MemoryDuties.Duty duty, Witness.Path path) {
                Diagnostic diagnostic = Diagnostic.of(code(), duty.at(), duty.what() + " goes back while a device may still use it.",
                        "The next owner of the memory finds the device writing to it, in the middle of whatever it keeps there.",
                        "Stop the device before, on every path: call a method that is marked @Quiesces.");
                Diagnostic ended = duty.end().map(end -> diagnostic.with(new Diagnostic.Label(end, "goes back here"))).orElse(diagnostic);
                findings.report(ProtocolCheck.reached(ProtocolCheck.along(ended, path), duty.calls()));
            }

            @Override
            public void proved(MemoryDuties.Duty duty) {
                findings.proved("device memory", duty);
            }
        }).run();
    }
}
