// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Reports what is not Java: VR100. */
final class SyntaxErrors {
    static final String CODE = "VR100";

    /** Findings of one file; a binary file would fill the screen otherwise. */
    private static final int MOST = 100;

    private static final String WHY = "Text that is not Java has no meaning that could be checked or translated.";

    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final Set<Integer> lines = new HashSet<>();
    private int count;

    SyntaxErrors(SourceFile file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void report(Span where, String what, String fix) {
        report(where, what, WHY, fix);
    }

    void report(Span where, String what, String why, String fix) {
        report(Diagnostic.of(CODE, where, what, why, fix));
    }

    void report(Diagnostic diagnostic) {
        count++;
        lines.add(diagnostic.primary().line());
        if (count <= MOST) {
            diagnostics.report(diagnostic);
        } else if (count == MOST + 1) {
            diagnostics.report(Diagnostic.of(CODE, diagnostic.primary(), "There are more syntax errors from here on.",
                    "A text with so many errors is not a Java source.", "Correct those above first, or check that this is the file meant."));
        }
    }

    /** The lines of which something was said. */
    Set<Integer> lines() {
        return Set.copyOf(lines);
    }

    /** How many were reported. */
    int count() {
        return count;
    }

    Span span(int start, int end) {
        return new Span(file, start, end);
    }

    /** The place of a token; at the end of the file, of nothing. */
    Span span(Token token) {
        return token.getType() == Token.EOF
                ? span(file.text().length(), file.text().length())
                : span(token.getStartIndex(), token.getStopIndex() + 1);
    }
}
