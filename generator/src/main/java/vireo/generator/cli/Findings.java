// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.DiagnosticRenderer;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.JavacRenderer;
import vireo.generator.diagnostic.SarifWriter;
import vireo.generator.diagnostic.TerminalRenderer;

/** Prints findings as the options ask for, and turns them into an exit code. */
final class Findings {
    private final InputOptions options;
    private final PrintWriter err;

    Findings(InputOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    int report(Diagnostics diagnostics) {
        if (options.sarif() != null) {
            writeSarif(diagnostics);
        }
        List<Diagnostic> all = diagnostics.sorted();
        DiagnosticRenderer renderer = options.format() == InputOptions.Format.JAVAC
                ? new JavacRenderer()
                : new TerminalRenderer(System.console() != null && System.getenv("NO_COLOR") == null);
        err.print(renderer.render(all));
        err.flush();
        return all.isEmpty() ? Main.OK : Main.REFUSED;
    }

    private void writeSarif(Diagnostics diagnostics) {
        Path file = options.sarif();
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, new SarifWriter(Version.text()).write(diagnostics.sorted()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            diagnostics.report(OutputFolder.unusable(file, options.base(), "The SARIF file " + file + " cannot be written: "
                    + e.getClass().getSimpleName() + " (" + e.getMessage() + ").", "Name a file in a folder that can be written."));
        }
    }
}
