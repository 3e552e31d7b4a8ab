// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.List;

/** Puts findings into the words of one kind of reader. */
public interface DiagnosticRenderer {
    /** All findings, in the given order; ends in a line feed unless there are none. */
    String render(List<Diagnostic> findings);

    /** {@code 1 error}, {@code 2 errors}. */
    static String count(int findings) {
        return findings + (findings == 1 ? " error" : " errors");
    }
}
