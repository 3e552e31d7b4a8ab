// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.util.List;

/**
 * How a folder is to change.
 *
 * @param unchanged how many files are as they should be
 */
record OutputPlan(List<OutputChange> changes, int unchanged) {
    OutputPlan {
        changes = List.copyOf(changes);
    }

    /** How many files are to be written. */
    long written() {
        return changes.stream().filter(c -> c.after().isPresent()).count();
    }

    /** How many files are to be deleted. */
    long deleted() {
        return changes.size() - written();
    }
}
