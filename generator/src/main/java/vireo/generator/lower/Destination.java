// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import vireo.generator.ir.Local;

/**
 * Where the author wants the result of an effect: a variable.
 *
 * @param declares whether the variable is declared with it
 */
record Destination(Local local, boolean declares) {}
