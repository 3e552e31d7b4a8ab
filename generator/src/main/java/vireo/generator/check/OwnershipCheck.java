// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.ownership.Breach;

/** A check that explains one sort of breach of ownership; finding them is one analysis for all. */
interface OwnershipCheck extends Check {
    /** Whether it is this check that speaks of the breach. */
    boolean covers(Breach.Kind kind);

    Diagnostic explain(Breach breach);

    /** What all explanations have in common. */
    default Diagnostic diagnostic(Breach breach, String what, String why, String fix) {
        Diagnostic diagnostic = Diagnostic.of(code(), breach.at(), what, why, fix);
        for (Breach.Remark remark : breach.remarks()) {
            diagnostic = diagnostic.with(new Diagnostic.Label(remark.at(), remark.text()));
        }
        return diagnostic;
    }
}
