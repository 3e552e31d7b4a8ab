// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Set;

/** What a register of the device's shows, or its PCI configuration space, does not steer the driver before a check has bounded it. */
final class Vr604Configuration implements Check {
    private final Steering steering;

    Vr604Configuration(Steering steering) {
        this.steering = steering;
    }

    @Override
    public String code() {
        return "VR604";
    }

    void run(Findings findings) {
        steering.run(code(), Set.of(Origin.Kind.REGISTER, Origin.Kind.CONFIGURATION), findings);
    }
}
