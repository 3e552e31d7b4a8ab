// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator;

import java.util.List;
import java.util.SortedMap;
import vireo.generator.source.SourceFile;

/**
 * What compiling a driver gave; without output where anything was refused.
 *
 * @param registers how many registers the driver declares
 * @param rings how many rings
 * @param proofs how many proofs of each kind were discharged
 * @param c text of each C file, by its path below the output folder
 * @param binders text of each JVM binder, by its path below the output folder
 */
public record Compilation(
        List<SourceFile> sources,
        int registers,
        int rings,
        SortedMap<String, Integer> proofs,
        SortedMap<String, String> c,
        SortedMap<String, String> binders) {}
