// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.U8;

/** Reads, to end the interrupt, and does not look. */
public final class Direct {
    private final Reasons reasons;

    /** Watches a device. */
    public Direct(Reasons reasons) {
        this.reasons = reasons;
    }

    /** Ends an interrupt. */
    public void end() {
        @U8 int status = reasons.status().read(); // expect VR205: is lost on some path
        reasons.mask().write(0);
    }
}
