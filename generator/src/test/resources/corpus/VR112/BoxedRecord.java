// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Boxed;
import vireo.dsl.U16;

/** A value has no memory of its own. */
@Boxed
public record BoxedRecord(@U16 int size) {} // expect VR112: `@Boxed` on a value record
