// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.ownership;

import java.util.Set;
import vireo.generator.ir.FieldDecl;

/**
 * What a call of a method does to ownership, where it does not fail.
 *
 * @param parameters the positions of those that it consumes
 * @param fields the fields of its object that it consumes
 * @param ownedResult its result is the caller's to consume
 */
record MoveSummary(Set<Integer> parameters, Set<FieldDecl> fields, boolean ownedResult) {}
