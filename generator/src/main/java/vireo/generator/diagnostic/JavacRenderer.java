// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.List;
import vireo.generator.source.Span;

/** For Maven, IDEs and scripts that know javac's lines: {@code path:line: error: [VR301] what}. */
public final class JavacRenderer implements DiagnosticRenderer {

    @Override
    public String render(List<Diagnostic> findings) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic finding : findings) {
            Span at = finding.primary();
            out.append(at.file().path()).append(':').append(at.line()).append(": error: [").append(finding.code()).append("] ")
                    .append(finding.what()).append('\n');
            DisplayText text = new DisplayText(at.file().lineText(at.line()));
            out.append(text.text()).append('\n');
            out.append(" ".repeat(text.column(at.column() - 1))).append("^\n");
            finding.facts().forEach(f -> line("known", f, out));
            line("why", finding.why(), out);
            line("fix", finding.fix(), out);
            for (Diagnostic.Label label : finding.secondary()) {
                line("see", label.span().file().path() + ":" + label.span().line() + ": " + label.text(), out);
            }
        }
        if (!findings.isEmpty()) {
            out.append(DiagnosticRenderer.count(findings.size())).append('\n');
        }
        return out.toString();
    }

    private static void line(String title, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("  ").append(title).append(": ").append(text.replace("\n", " ")).append('\n');
        }
    }
}
