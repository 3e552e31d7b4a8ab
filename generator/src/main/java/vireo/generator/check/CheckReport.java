// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import vireo.generator.flow.Values;

/**
 * What checking a program gave beside its diagnostics.
 *
 * @param proofs how many proofs of each kind were discharged
 * @param values what is known of the program's numbers, for the emitter
 */
public record CheckReport(SortedMap<String, Integer> proofs, Values values) {
    public CheckReport {
        proofs = Collections.unmodifiableSortedMap(new TreeMap<>(proofs));
    }
}
