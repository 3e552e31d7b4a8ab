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
        return kind == Breach.Kind.BORROW_STORED || kind == Breach.Kind.BORROW_RETURNED;
    }

    @Override
    public Diagnostic explain(Breach breach) {
        String name = "'" + breach.what() + "'";
        return breach.kind() == Breach.Kind.BORROW_RETURNED
                ? diagnostic(breach, name + " is borrowed, and is returned where other paths return a value of the caller's own.",
                        "The caller consumes what it gets, and the owner consumes it again.",
                        "Return a value of one sort: always one that the caller owns, or always one that is lent.")
                : diagnostic(breach, name + " is borrowed, and kept beyond the call.", WHY,
                        "Take it over by a parameter marked @Moves, or keep nothing of it. An object may keep a reference to another linear"
                                + " object that it does not outlive: by a final field that its constructor sets.");
    }
}
