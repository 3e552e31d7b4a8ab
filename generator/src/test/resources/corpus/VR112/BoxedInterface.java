// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;

/** Its implementations say where they live. */
@Boxed
public interface BoxedInterface { // expect VR112: `@Boxed` on an interface
    /** Does something. */
    void run();
}
