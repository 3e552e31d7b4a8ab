// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.nio.file.Path;
import vireo.generator.SourceTree;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.emit.ContentHash;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Reports planned changes as findings: generated files that are not what their sources give. */
final class Staleness {
    private static final String WHY = "Whoever reads or builds the C would have another driver than the one that was checked and tested.";
    private static final String FIX = "Run 'vireo generate' and commit what it writes.";

    private Staleness() {}

    static void report(OutputPlan plan, Path base, Diagnostics diagnostics) {
        for (OutputChange change : plan.changes()) {
            String path = SourceTree.shown(change.path(), base);
            SourceFile file = SourceFile.of(path, change.before().orElse(""));
            String what = change.before().isEmpty() ? path + " is missing."
                    : OutputWriter.isTemporary(change.path().getFileName().toString()) ? path + " is left over from a run that was killed."
                    : change.after().isEmpty() ? path + " is left over: its source is gone."
                    : path + " is stale.";
            int at = change.before().isPresent() && change.after().isPresent()
                    ? lineOfDifference(change.before().get(), change.after().get())
                    : 0;
            diagnostics.report(Diagnostic.of("VR902", new Span(file, at, at), what, WHY, FIX));
        }
    }

    /** Where the first line begins that differs, behind the line with the hash, which differs always. */
    private static int lineOfDifference(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] wanted = after.split("\n", -1);
        int offset = 0;
        for (int i = 0; i < old.length; i++) {
            boolean hash = old[i].contains(ContentHash.MARK);
            if (!hash && (i >= wanted.length || !old[i].equals(wanted[i]))) {
                return Math.min(offset, before.length());
            }
            offset += old[i].length() + 1;
        }
        return before.length();
    }
}
