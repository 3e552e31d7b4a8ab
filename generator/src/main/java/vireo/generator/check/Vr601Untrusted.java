// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;

/** What the device wrote to memory does not steer the driver before a check has bounded it. */
final class Vr601Untrusted implements Check {
    private final Steering steering;

    Vr601Untrusted(Steering steering) {
        this.steering = steering;
    }

    @Override
    public String code() {
        return "VR601";
    }

    void run(Findings findings) {
        steering.run(code(), Set.of(Origin.Kind.ENTRY, Origin.Kind.MEMORY), findings);
    }
}
