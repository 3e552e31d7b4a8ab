// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vireo.mutation.run.Baseline;
import vireo.mutation.run.FurtherStage;
import vireo.mutation.run.Project;
import vireo.mutation.run.Verdict.Stage;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Mutants;
import vireo.mutation.seed.Operator;

/** The command line: seeds errors into a module of drivers, and reports who notices them. */
@Command(name = "mutation/run", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Seeds one error at a time into drivers, and reports who notices: javac, the generator, the tests, nobody.",
        footer = {"", "A run that was ended goes on where it stopped. Exit codes: 0 done, 1 it could not be done, 2 wrong usage."})
public final class Main implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "MODULE", defaultValue = "specs/virtio", description = "Folder of the drivers' module. Default: ${DEFAULT-VALUE}.")
    private Path module;

    @Option(names = "--sample", paramLabel = "N", description = "About so many mutants, of each operator its share; by default all.")
    private int sample;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Which sample. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--file", paramLabel = "PATTERN", description = "Only files whose name matches this regular expression.")
    private String file = ".*";

    @Option(names = "--operator", split = ",", paramLabel = "KEY", description = "Only these operators, for example dropped-check.")
    private List<String> operators = List.of();

    @Option(names = "--mutant", split = ",", paramLabel = "ID", description = "Only these mutants, by the names in results.tsv; @FILE names a file of arguments.")
    private Set<String> mutants = Set.of();

    @Option(names = "--list", description = "Print the mutants with their names, and judge none.")
    private boolean list;

    @Option(names = "--no-tests", negatable = true, description = "Only javac and the generator.")
    private boolean tests = true;

    @Option(names = "--compiled", paramLabel = "COMMAND", description = "Shell command that tests the C of mutants that the JVM tests do not notice; by default the module's own tests of the compiled C, where there is GCC.")
    private String compiled;

    @Option(names = "--no-compiled", description = "No tests of the compiled C.")
    private boolean withoutCompiled;

    @Option(names = "--boot", paramLabel = "COMMAND", description = "Shell command that boots the C of mutants that nothing else notices.")
    private String boot;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "15", description = "Time for one such command. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--jobs", paramLabel = "N", description = "Mutants at a time; by default as many as there are processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fresh", description = "Forget what is known from before.")
    private boolean fresh;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for results and reports; by default mutation/target/NAME-OF-MODULE.")
    private Path out;

    @Option(names = "--dsl", paramLabel = "DIR", description = "Class files of the dsl; by default dsl/target/classes.")
    private Path dsl = Path.of("dsl/target/classes");

    @Option(names = "--root", paramLabel = "DIR", hidden = true)
    private Path root = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Starts the program; ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Project project = project();
        if (fresh) {
            Files.deleteIfExists(project.work().resolve("results.tsv"));
        }
        try {
            return run(project, print);
        } catch (IllegalStateException | IllegalArgumentException e) {
            spec.commandLine().getErr().println("mutation: " + e.getMessage() + (e.getCause() == null ? "" : "\n" + trace(e.getCause())));
            return 1;
        }
    }

    private static String trace(Throwable problem) {
        return problem + Stream.of(problem.getStackTrace()).limit(12).map(at -> "\n\tat " + at).collect(Collectors.joining());
    }

    private Project project() {
        Path top = root.toAbsolutePath().normalize();
        Path drivers = top.resolve(module).normalize();
        if (!Files.isDirectory(drivers.resolve("src/main/java"))) {
            throw new CommandLine.ParameterException(spec.commandLine(), module + " has no folder src/main/java; name the folder of a module, as specs/virtio.");
        }
        Path work = out == null ? top.resolve("mutation/target").resolve(drivers.getFileName()) : out.toAbsolutePath().normalize();
        return new Project(top, drivers, top.resolve(dsl), libraries(), work);
    }

    /** What this program runs with is what the tests run with, but for the drivers. */
    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(p -> Path.of(p).toAbsolutePath())
                .filter(Files::exists).toList();
    }

    private int run(Project project, PrintWriter print) throws IOException {
        print.println("preparing: the drivers unchanged" + (tests && !list ? ", and their tests" : ""));
        print.flush();
        Baseline baseline = Baseline.of(project, tests && !list);
        List<Operator> wanted = operators.stream().map(Operator::of).toList();
        List<Mutant> all = Mutants.of(baseline.trees());
        List<Mutant> filtered = all.stream().filter(m -> m.fileName().matches(file) && (wanted.isEmpty() || wanted.contains(m.operator()))
                && (mutants.isEmpty() || mutants.contains(m.id()))).toList();
        List<Mutant> chosen = Sample.of(filtered, sample, seed);
        if (list) {
            chosen.forEach(m -> print.println(m.fileName() + ":" + m.line() + " " + Reasons.key(m) + " | " + m.id()));
            print.println(chosen.size() + " mutants");
            return 0;
        }
        if (tests) {
            print.printf("%d tests judge%n", baseline.coverage().size());
            baseline.coverage().failing().forEach(test -> print.println("fails on the unchanged drivers, and judges nothing: " + test));
        }
        if (baseline.machineCode().isEmpty()) {
            print.println("no GCC: machine code is not compared, so that more mutants count as errors");
        }
        List<FurtherStage> further = further(baseline, print);
        Results results = Results.open(project.work().resolve("results.tsv"), state(project, baseline, further));
        new Campaign(baseline, results, further, print).run(chosen, jobs);
        report(project, baseline, further, all, filtered, chosen, results, print);
        return 0;
    }

    private List<FurtherStage> further(Baseline baseline, PrintWriter print) {
        List<FurtherStage> stages = new ArrayList<>();
        if (compiled == null && tests && !withoutCompiled) {
            FurtherStage.ofCompiledTests(baseline, minutes).ifPresentOrElse(stages::add,
                    () -> print.println("no test of the compiled C passes on this machine: they judge nothing"));
        } else if (compiled != null) {
            stages.add(new FurtherStage(Stage.COMPILED, compiled, minutes));
        }
        if (boot != null) {
            stages.add(new FurtherStage(Stage.BOOT, boot, minutes));
        }
        return stages;
    }

    private List<String> state(Project project, Baseline baseline, List<FurtherStage> further) {
        Path generator = project.root().resolve("generator/target/classes");
        return List.of(Fingerprint.of(List.of(project.sources(), project.module().resolve("src/main/tables"), project.dsl())), Fingerprint.of(List.of(generator)),
                Fingerprint.of(List.of(project.tests(), project.testResources())) + (tests ? "" : "-untested")
                        + (baseline.machineCode().isPresent() ? "" : "-without-gcc") + further.stream().map(stage -> stage.stage().name() + stage.command()).toList().hashCode());
    }

    private void report(Project project, Baseline baseline, List<FurtherStage> further, List<Mutant> all, List<Mutant> filtered, List<Mutant> chosen, Results results,
            PrintWriter print) throws IOException {
        Reasons reasons = Reasons.read(project.root().resolve("mutation/equivalent").resolve(project.module().getFileName() + ".txt"));
        List<Judged> judged = chosen.stream().map(m -> new Judged(m, results.of(m.id()), reasons.of(m))).toList();
        Map<Operator, Long> population =
                filtered.stream().collect(Collectors.groupingBy(Mutant::operator, () -> new EnumMap<>(Operator.class), Collectors.counting()));
        String about = String.format("%s: %d of %d mutants%s, judged by javac, the generator%s.", project.root().relativize(project.module()),
                chosen.size(), filtered.size(), sample > 0 ? " (seed " + seed + ")" : "",
                (tests ? ", " + baseline.coverage().size() + " tests on the JVM" : "")
                        + further.stream().map(stage -> ", " + stage.stage().title()).collect(Collectors.joining())
                        + (baseline.machineCode().isPresent() ? "" : "; without GCC, so that machine code was not compared"));
        Report report = new Report(judged, population, reasons.stale(all), about);
        Files.writeString(project.work().resolve("report.md"), report.markdown());
        Files.writeString(project.work().resolve("mutants.csv"), report.csv());
        print.println(report.markdown().lines().takeWhile(line -> !line.startsWith("## By invariant")).collect(Collectors.joining("\n")));
        print.println(project.root().relativize(project.work().resolve("report.md")) + ", mutants.csv");
    }
}
