// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.ownership.Breach;

/** What is borrowed for a call is not kept beyond it. */
final class Vr404StoredBorrow implements OwnershipCheck {
    private static final String WHY =
            "Its owner gives it back without knowing of the copy, which then points to memory that is somebody else's.";

    @Override
    public String code() {
        return "VR404";
    }

    @Override
    public boolean covers(Breach.Kind kind) {
        return switch (kind) {
            case BORROW_STORED, BORROW_RETURNED, LENDER_ENDS, KEPT_TOO_LONG -> true;
            default -> false;
        };
    }

    @Override
    public Diagnostic explain(Breach breach) {
        String name = "'" + breach.what() + "'";
        return switch (breach.kind()) {
            case LENDER_ENDS -> diagnostic(breach, "What is returned depends on " + name + ", which ends with this method.",
                    "The caller is left with a pointer to memory that is somebody else's.",
                    "Return the owner itself, or what the caller wanted to know of it.");
            case KEPT_TOO_LONG -> diagnostic(breach, name + " goes on with a reference to what ends with this method.", WHY,
                    "Let the same owner have both, and end what refers to the other first.");
            case BORROW_RETURNED -> diagnostic(breach, name + " is borrowed, and is returned where other paths return a value of the caller's own.",
                    "The caller consumes what it gets, and the owner consumes it again.",
                    "Return a value of one sort: always one that the caller owns, or always one that is lent.");
            default -> diagnostic(breach, name + " is borrowed, and kept beyond the call.", WHY,
                    "Take it over by a parameter marked @Moves, or keep nothing of it. An object may keep a reference to another linear"
                            + " object that it does not outlive: by a final field that its constructor sets.");
        };
    }
}
