// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.ownership.Breach;

/** A value that was moved away is not used again, and neither is a view of memory that was given back. */
final class Vr401UseAfterMove implements OwnershipCheck {
    private static final String WHY =
            "Its new owner may have freed it, or a device may be writing to it: a use reads or overwrites what is somebody else's.";

    @Override
    public String code() {
        return "VR401";
    }

    @Override
    public boolean covers(Breach.Kind kind) {
        return kind == Breach.Kind.USED_AFTER_MOVE || kind == Breach.Kind.VIEW_AFTER_MOVE;
    }

    @Override
    public Diagnostic explain(Breach breach) {
        return breach.kind() == Breach.Kind.VIEW_AFTER_MOVE
                ? diagnostic(breach, "'" + breach.what() + "' is a view of memory that was given back.", WHY,
                        "Do what has to be done with the view before its memory or window is given back.")
                : diagnostic(breach, "'" + breach.what() + "' is used after it was moved away.", WHY,
                        "Use it before it is moved, keep what is needed of it in a variable, or move it later.");
    }
}
