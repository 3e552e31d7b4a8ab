// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vireo.generator.syntax.ast.Statement;
import vireo.mutation.seed.Edit;
import vireo.mutation.seed.Mutant;
import vireo.mutation.seed.Tree;

/** Which tests reach which statements of the drivers, so that a mutant is shown only to tests that could notice it. */
public final class Coverage {
    /** A test that passes on the unchanged drivers, with the processor time that it took. */
    private record Test(String id, long micros, BitSet reached) {}

    /** Processor time of a test before it counts as hanging: so many times what it needs on the unchanged drivers, and some seconds. */
    private static final long PATIENCE = 5;

    private static final long LEAST_SECONDS = 4;

    /**
     * A test, and how long it may take.
     *
     * @param seconds of processor time
     */
    record Limited(String id, long seconds) {}

    private final Map<String, Integer> firstOfFile = new HashMap<>();
    private final Map<String, Integer> endOfFile = new HashMap<>();
    private final List<Test> tests = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final BitSet always = new BitSet();
    private final Map<String, Map<String, Integer>> kills = new HashMap<>();

    /** Runs all tests once on drivers that note what is reached. */
    public static Coverage measure(Project project, List<Tree> trees, Map<String, String> binders) {
        Coverage coverage = new Coverage();
        SortedMap<String, String> texts = new TreeMap<>(binders);
        int number = 0;
        for (Tree tree : trees) {
            coverage.firstOfFile.put(tree.file().path(), number);
            List<Edit> probes = new ArrayList<>();
            for (Statement statement : tree.statements()) {
                probes.add(new Edit(statement.span().start(), statement.span().start(), "vireo.mutation.run.Probe.hit(" + number++ + "); "));
            }
            coverage.endOfFile.put(tree.file().path(), number);
            texts.put(tree.file().path(), Edit.apply(tree.file().text(), probes));
        }
        Path folder = project.work().resolve("base/probed");
        try (JavaBuild java = new JavaBuild(); TestProcess process = new TestProcess(project)) {
            JavaBuild.Built built = java.compile(texts, project.libraryPath());
            built.error().ifPresent(error -> {
                throw new IllegalStateException("the drivers do not compile with probes: " + error);
            });
            built.writeTo(folder);
            process.scan(folder, coverage::note);
        }
        coverage.tests.sort(Comparator.comparingLong(Test::micros).thenComparing(Test::id));
        return coverage;
    }

    private void note(String[] answer) {
        BitSet reached = new BitSet();
        String numbers = answer[answer.length - 1];
        if (!numbers.isEmpty()) {
            for (String number : numbers.split(" ")) {
                reached.set(Integer.parseInt(number));
            }
        }
        switch (answer[0]) {
            case "passed" -> tests.add(new Test(answer[2], Long.parseLong(answer[1]), reached));
            case "failed" -> failing.add(answer[2]);
            default -> always.or(reached);
        }
    }

    /** Tests that fail on the unchanged drivers; they judge no mutant. */
    public List<String> failing() {
        return List.copyOf(failing);
    }

    /** How many tests judge mutants. */
    public int size() {
        return tests.size();
    }

    /** Whether a mutant lies in a statement that no test reaches. */
    public boolean isUnreached(Mutant mutant) {
        return mutant.statement() >= 0 && testsFor(mutant).isEmpty();
    }

    /**
     * The tests that can notice a mutant, those first that are likely to: of classes that noticed others of the same file, then short ones.
     */
    synchronized List<Limited> testsFor(Mutant mutant) {
        int first = firstOfFile.getOrDefault(mutant.file(), 0);
        int end = endOfFile.getOrDefault(mutant.file(), 0);
        int number = first + mutant.statement();
        boolean all = mutant.statement() < 0 || always.get(number);
        Map<String, Integer> successes = kills.getOrDefault(mutant.file(), Map.of());
        return tests.stream().filter(t -> all || t.reached().get(number))
                .sorted(Comparator.comparing((Test t) -> all && !reaches(t, first, end))
                        .thenComparing(t -> -successes.getOrDefault(TestNames.classOf(t.id()), 0)))
                .map(t -> new Limited(t.id(), LEAST_SECONDS + PATIENCE * t.micros() / 1_000_000)).toList();
    }

    private static boolean reaches(Test test, int first, int end) {
        int reached = test.reached().nextSetBit(first);
        return reached >= 0 && reached < end;
    }

    /** A test of that class noticed a mutant of that file. */
    synchronized void noticed(String file, String testClass) {
        kills.computeIfAbsent(file, f -> new HashMap<>()).merge(testClass, 1, Integer::sum);
    }
}
