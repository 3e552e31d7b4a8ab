// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: {@code vireo generate}, {@code vireo check}, {@code vireo explain}. */
@Command(
        name = "vireo",
        description = "Checks a driver written in the Java subset and generates its C.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {GenerateCommand.class, CheckCommand.class, ExplainCommand.class},
        footer = {"", "Exit codes: 0 all is well, 1 something was refused, 2 wrong usage, 3 a defect of this program."})
public final class Main implements Runnable {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int DEFECT = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--stacktrace", scope = CommandLine.ScopeType.INHERIT, description = "Show where in this program a defect came up.")
    private boolean stacktrace;

    /** Starts the program; ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Runs the program within this JVM; returns the exit code. */
    public static int run(java.io.PrintStream out, java.io.PrintStream err, String... arguments) {
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        line.setOut(new java.io.PrintWriter(out, true));
        line.setErr(new java.io.PrintWriter(err, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            Defect.report(problem, main.stacktrace, command.getErr());
            return DEFECT;
        });
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            Defect.report(e, main.stacktrace, line.getErr());
            return DEFECT;
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: generate, check or explain.");
    }
}
