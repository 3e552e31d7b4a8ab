// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.DriverException;
import vireo.dsl.NeedsStage;
import vireo.dsl.Quiesces;
import vireo.dsl.Waives;

/** Arguments of another sort than their annotations declare. */
public interface AnnotationArgument {
    /** A number for a boolean. */
    @Quiesces(confirmed = 1) // expect VR111: the argument `confirmed` is a `boolean`
    void reset() throws DriverException;

    /** A boolean for a number. */
    @Waives(true) // expect VR111: the argument `value` is a `long`
    boolean isOld();

    /** Text for a type. */
    @NeedsStage("Running") // expect VR111: the argument `value` is a `Class`
    void ring();
}
