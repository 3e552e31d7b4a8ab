// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vireo.generator.Compilation;
import vireo.generator.Compiler;
import vireo.generator.diagnostic.Diagnostics;

/** {@code vireo check}: compiles and writes nothing. */
@Command(name = "check", description = "Checks a driver and writes nothing.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private InputOptions input;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Diagnostics diagnostics = new Diagnostics();
        Compilation compilation = new Compiler(input.dsl(), input.base()).compile(input.roots(), input.tables(), diagnostics);
        int code = new Findings(input, spec.commandLine().getErr()).report(diagnostics);
        if (code == Main.OK) {
            Summary.print(compilation, spec.commandLine().getOut());
            Summary.printTime(System.nanoTime() - start, spec.commandLine().getOut());
        }
        return code;
    }
}
