// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.ownership.Breach;

/** An owned linear value is consumed on every path: where the method returns, where it fails, in every turn of a loop. */
final class Vr402NotConsumed implements OwnershipCheck {
    private static final String WHY = "Memory, a mapping or a request that nobody gives back is lost until the machine is started again.";

    private static final String CALLED = "The kernel goes on calling the object after its memory has a new owner.";

    @Override
    public String code() {
        return "VR402";
    }

    @Override
    public boolean covers(Breach.Kind kind) {
        return switch (kind) {
            case NOT_CONSUMED, NOT_CONSUMED_ON_FAILURE, FIELD_NOT_CONSUMED, OVERWRITTEN, DROPPED, CONSUMED_ON_SOME_PATHS,
                    OWNER_NOT_LINEAR, STORED_IN_ARRAY, HANDLER_ENDED, HANDLER_NOT_LINEAR -> true;
            default -> false;
        };
    }

    @Override
    public Diagnostic explain(Breach breach) {
        String name = "'" + breach.what() + "'";
        return switch (breach.kind()) {
            case NOT_CONSUMED -> diagnostic(breach, name + " is owned here, and not consumed on every path.", WHY,
                    "Give it back, move it on, or return it on each path; Leak.forGood(" + breach.what() + ") gives it up on purpose.");
            case NOT_CONSUMED_ON_FAILURE -> diagnostic(breach, name + " is owned here, and lost where a later step fails.", WHY,
                    "Put the later steps into a try block whose catch clause gives it back and throws on.");
            case FIELD_NOT_CONSUMED -> diagnostic(breach, "The object ends here, and its " + name + " is not consumed.", WHY,
                    "Consume every owned field in each method that ends the object, on every path.");
            case OVERWRITTEN -> diagnostic(breach, name + " still owns a value, which is lost when another is stored.", WHY,
                    "Consume the old value first.");
            case DROPPED -> diagnostic(breach, "Nobody takes " + breach.what() + ", which is the caller's to consume.", WHY,
                    "Keep it in a variable, and consume it.");
            case CONSUMED_ON_SOME_PATHS -> diagnostic(breach, name + " is consumed on some paths through this method and kept on others.",
                    "A caller could not know whether it still owns the value.",
                    "Consume it on all paths that return, or on none.");
            case OWNER_NOT_LINEAR -> diagnostic(breach, name + " owns a linear value, and its type is not linear itself.",
                    "Nobody would have to end such an object, and with it the value.",
                    "Mark the type @Linear, and consume the field in its @Moves methods.");
            case STORED_IN_ARRAY -> diagnostic(breach, name + " is stored in an array, where its consumption cannot be followed.", WHY,
                    "Keep it in a variable or field, or keep its number in the array.");
            case HANDLER_ENDED -> diagnostic(breach, "The object ends here, and the kernel may call it for interrupts.", CALLED,
                    "Call interrupts.release(this) on every path, before anything is given back.");
            case HANDLER_NOT_LINEAR -> diagnostic(breach, "Interrupts are requested for " + name + ", which nobody has to end.", CALLED,
                    "Mark the class @Linear, and call interrupts.release(this) in its @Moves methods.");
            default -> throw new IllegalArgumentException(breach.kind() + " is not about " + code());
        };
    }
}
