// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import vireo.mutation.run.Verdict;
import vireo.mutation.seed.Mutant;

/**
 * A mutant with its verdict.
 *
 * @param reason why it is no error, where somebody found that it is none; empty otherwise
 */
record Judged(Mutant mutant, Verdict verdict, String reason) {
    /** Where it was noticed; a mutant that nobody noticed is equivalent where there is a reason. */
    Verdict.Stage stage() {
        boolean unnoticed = verdict.stage() == Verdict.Stage.NOWHERE;
        return unnoticed && !reason.isEmpty() ? Verdict.Stage.EQUIVALENT : verdict.stage();
    }
}
