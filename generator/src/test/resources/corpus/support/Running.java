// SPDX-License-Identifier: MIT OR GPL-2.0-only
package corpus;

import vireo.dsl.Earned;

/** A device that works; the last stage. */
@Earned(from = Agreed.class, tells = Link.GO)
public record Running(Link link) {}
