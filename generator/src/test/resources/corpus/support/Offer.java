// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.KnowsFeature;
import vireo.dsl.Range;
import vireo.dsl.RequiresFeature;

/** What was negotiated; the cases share it. */
public interface Offer {
    /** Whether a feature was. */
    @KnowsFeature
    boolean has(@Range(max = 63) int feature);

    /** A command of feature 9. */
    @RequiresFeature(9)
    void flush();
}
