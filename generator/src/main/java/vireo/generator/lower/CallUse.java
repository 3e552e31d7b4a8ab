// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.Optional;

/**
 * What becomes of a call's result.
 *
 * @param to where the author wants it, if in a variable
 * @param ignored the call is a statement of its own
 */
record CallUse(Optional<Destination> to, boolean ignored) {}
