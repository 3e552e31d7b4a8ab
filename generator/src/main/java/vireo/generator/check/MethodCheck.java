// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import vireo.generator.flow.value.MethodValues;

/** A check that looks at one method as a whole, with what is known of its values. */
interface MethodCheck extends Check {
    void run(MethodValues values, Findings findings);
}
