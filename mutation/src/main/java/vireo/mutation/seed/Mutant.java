// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.List;

/**
 * One seeded error.
 *
 * @param id stable as long as the file's text around it is: file, operator, place in the declaration, and a number where that is not enough
 * @param file the driver source, by its path
 * @param line of the error, from 1
 * @param place the method, or the type where it lies outside of methods: {@code VirtQueue.publish}
 * @param statement number of the innermost statement around it, for the question which tests execute it; -1 outside of methods
 * @param source the line's text, without indentation
 * @param original what stood there, in one line
 * @param replacement what stands there now, in one line; empty where it is gone
 * @param edits what to change in the file's text
 */
public record Mutant(
        String id,
        Operator operator,
        String file,
        int line,
        String place,
        int statement,
        String source,
        String original,
        String replacement,
        List<Edit> edits) {
    public Mutant {
        edits = List.copyOf(edits);
    }

    /** The file's name without folders. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
