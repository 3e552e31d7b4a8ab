// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;

/** A name has no memory. */
@Boxed
public enum BoxedEnum { // expect VR112: `@Boxed` on an enum
    /** The only one. */
    ONE
}
