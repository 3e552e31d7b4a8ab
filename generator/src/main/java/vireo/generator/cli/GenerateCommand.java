// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vireo.generator.Compilation;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostics;

/** {@code vireo generate}: compiles, and writes all of the output or none of it. */
@Command(name = "generate", description = "Checks a driver and writes its C and its JVM binders.", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private InputOptions input;

    @Option(names = {"--out", "--c-out"}, paramLabel = "DIR", description = "Folder for the C.")
    private Path out;

    @Option(names = {"--binders", "--java-out"}, paramLabel = "DIR", description = "Folder for the JVM binders.")
    private Path binders;

    @Option(names = "--verify", description = "Write nothing; fail when the folders do not hold what would be written.")
    private boolean verify;

    @Option(names = "--force", description = "Overwrite files that were edited by hand.")
    private boolean force;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (out == null && binders == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Say where to write: --out for the C, --binders for the JVM binders.");
        }
        if (out != null && binders != null && out.toAbsolutePath().normalize().equals(binders.toAbsolutePath().normalize())) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--out and --binders name the same folder.");
        }
        long start = System.nanoTime();
        Diagnostics diagnostics = new Diagnostics();
        Findings findings = new Findings(input, spec.commandLine().getErr());
        Compilation compilation = new Compiler(input.dsl(), input.base()).compile(input.roots(), input.tables(), diagnostics);
        if (!diagnostics.isEmpty()) {
            return findings.report(diagnostics);
        }
        OutputPlan c = plan(out, Set.of(".c", ".h"), compilation.c(), diagnostics);
        OutputPlan java = plan(binders, Set.of(".java"), compilation.binders(), diagnostics);
        if (verify) {
            Staleness.report(c, input.base(), diagnostics);
            Staleness.report(java, input.base(), diagnostics);
        } else if (diagnostics.isEmpty()) {
            List<OutputChange> changes = new ArrayList<>(c.changes());
            changes.addAll(java.changes());
            new OutputWriter(input.base(), diagnostics).write(changes);
        }
        int code = findings.report(diagnostics);
        if (code == Main.OK) {
            PrintWriter text = spec.commandLine().getOut();
            Summary.print(compilation, text);
            if (out != null) {
                Summary.print("C files", c, text);
            }
            if (binders != null) {
                Summary.print("binders", java, text);
            }
            Summary.printTime(System.nanoTime() - start, text);
        }
        return code;
    }

    private OutputPlan plan(Path folder, Set<String> extensions, SortedMap<String, String> files, Diagnostics diagnostics) {
        return folder == null
                ? new OutputPlan(List.of(), 0)
                : new OutputFolder(folder, input.base(), extensions, input.roots(), force, diagnostics).plan(files);
    }
}
