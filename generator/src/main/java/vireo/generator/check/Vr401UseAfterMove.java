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
        return switch (kind) {
            case USED_AFTER_MOVE, VIEW_AFTER_MOVE, KEEPER_AFTER_MOVE, LEFT_DANGLING, HANDLER_BEREFT -> true;
            default -> false;
        };
    }

    @Override
    public Diagnostic explain(Breach breach) {
        String name = "'" + breach.what() + "'";
        return switch (breach.kind()) {
            case VIEW_AFTER_MOVE -> diagnostic(breach, name + " is a view of memory that was given back.", WHY,
                    "Do what has to be done with the view before its memory or window is given back.");
            case KEEPER_AFTER_MOVE -> diagnostic(breach, name + " refers to a value that was moved away or given back.", WHY,
                    "Do what has to be done with it before that value goes: what refers to a value ends before it.");
            case LEFT_DANGLING -> diagnostic(breach, name + " is left with a reference to a value that was moved away or given back.", WHY,
                    "Store null or another value in the field before this method ends, or end the object.");
            case HANDLER_BEREFT -> diagnostic(breach, name + " is given back while the kernel may call this object for interrupts.",
                    "An interrupt that comes now uses it after it is gone.",
                    "Call interrupts.release(this) first: on its return no call is running, and none will come.");
            default -> diagnostic(breach, name + " is used after it was moved away.", WHY,
                    "Use it before it is moved, keep what is needed of it in a variable, or move it later.");
        };
    }
}
