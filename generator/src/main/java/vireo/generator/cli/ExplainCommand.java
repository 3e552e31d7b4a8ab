// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vireo.generator.diagnostic.Explain;

/** {@code vireo explain}: prints the page of a code, or the list of all codes. */
@Command(name = "explain", description = "Explains a code: what is refused and why. Without a code, lists all.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "CODE", description = "For example VR301.")
    private List<String> codes = List.of();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (codes.isEmpty()) {
            Explain.codes().forEach(c -> out.println(c + "  " + Explain.page(c).orElseThrow().title()));
        }
        for (String code : codes) {
            Explain.Page page = Explain.page(code).orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(),
                    "There is no code " + code + ". 'vireo explain' lists all codes."));
            out.print(page.text());
        }
        out.flush();
        return Main.OK;
    }
}
