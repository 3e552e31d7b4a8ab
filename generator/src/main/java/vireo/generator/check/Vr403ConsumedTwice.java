// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.ownership.Breach;

/** A linear value is consumed once, by its owner. */
final class Vr403ConsumedTwice implements OwnershipCheck {
    private static final String WHY =
            "The second time gives back what belongs to somebody else by then: freed memory is freed again, a request completed again.";

    @Override
    public String code() {
        return "VR403";
    }

    @Override
    public boolean covers(Breach.Kind kind) {
        return switch (kind) {
            case CONSUMED_TWICE, BORROW_CONSUMED, TAKEN_FROM_OWNER, CONSUMED_THEN_FAILED, ENDED_INSIDE, FORGED, WRONG_DESK -> true;
            default -> false;
        };
    }

    @Override
    public Diagnostic explain(Breach breach) {
        String name = "'" + breach.what() + "'";
        return switch (breach.kind()) {
            case CONSUMED_TWICE -> diagnostic(breach, name + " is consumed here, and was consumed before.", WHY,
                    "Consume it once on each path.");
            case BORROW_CONSUMED -> diagnostic(breach, name + " is consumed here by one who only borrows it.", WHY,
                    "Leave it to its owner, or take it over: mark the parameter or the method @Moves.");
            case TAKEN_FROM_OWNER -> diagnostic(breach, name + " is consumed here, and the object goes on owning it.", WHY,
                    "Consume the fields of an object in the method that ends it, which is marked @Moves, or store a new value before this"
                            + " method ends.");
            case CONSUMED_THEN_FAILED -> diagnostic(breach,
                    name + " is consumed here, and the method may fail afterwards: its caller owns it still.",
                    "A call that throws has moved nothing: the caller consumes the value in its catch clause.",
                    "Let what can fail come first, and consume when nothing can fail any more.");
            case ENDED_INSIDE -> diagnostic(breach, "A method that ends a boxed object ends it once more.", WHY,
                    "Put what both methods do into a private method without @Moves.");
            case FORGED -> diagnostic(breach, "A " + name + " is made here, and not by a class that takes such tickets back.",
                    "It stands for nothing that was done: what it completes or gives back belongs to somebody else, or was given back before.",
                    "Get one from the object that hands them out.");
            case WRONG_DESK -> diagnostic(breach, name + " goes back to an object that need not have given it.",
                    "It stands for something of the object that it came from: here it completes or gives back something else.",
                    "Give it back to the object that it was got from, named by the same parameter, variable or final fields.");
            default -> throw new IllegalArgumentException(breach.kind() + " is not about " + code());
        };
    }
}
