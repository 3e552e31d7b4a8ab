// SPDX-License-Identifier: MIT OR GPL-2.0-only
package historical;

import vireo.dsl.KnowsFeature;
import vireo.dsl.Range;

/** What driver and device have agreed on. */
public interface Negotiated {
    /** Whether a feature is part of it. */
    @KnowsFeature
    boolean has(@Range(max = 63) int feature);
}
