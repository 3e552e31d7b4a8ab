// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vireo.mutation.run.Verdict;
import vireo.mutation.run.Verdict.Stage;
import vireo.mutation.seed.Operator;

/** The tables: what was seeded, who noticed it, and what nobody noticed. */
final class Report {
    /** Columns of the table by operator, in the order in which mutants meet them. */
    private static final List<Stage> COLUMNS = List.of(Stage.JAVAC, Stage.GENERATOR, Stage.TESTS, Stage.COMPILED, Stage.BOOT, Stage.NOWHERE, Stage.EQUIVALENT);

    private final List<Judged> judged;
    private final Map<Operator, Long> population;
    private final List<String> staleReasons;
    private final String about;

    /**
     * A report.
     *
     * @param population how many mutants there are of each operator, of which {@code judged} may be a sample
     * @param about what was done, for the head
     */
    Report(List<Judged> judged, Map<Operator, Long> population, List<String> staleReasons, String about) {
        this.judged = List.copyOf(judged);
        this.population = Map.copyOf(population);
        this.staleReasons = List.copyOf(staleReasons);
        this.about = about;
    }

    /** Everything, as Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder("# Seeded errors\n\n").append(about).append("\n\n");
        goals(text);
        byOperator(text);
        byCode(text);
        byFile(text);
        list(text, "Survivors", "Accepted by javac and the generator, and no test fails.", j -> j.stage() == Stage.NOWHERE,
                j -> j.verdict().detail());
        list(text, "Crashes of the generator", "Defects, whatever the driver says.", j -> j.stage() == Stage.CRASH, j -> j.verdict().detail());
        list(text, "Left to the tests", "Accepted by javac and the generator; a test fails.", j -> j.stage() == Stage.TESTS, j -> j.verdict().detail());
        list(text, "Equivalent, with a reason", "Other C, but no error.", j -> j.stage() == Stage.EQUIVALENT && !j.reason().isEmpty(), Judged::reason);
        list(text, "Equivalent, by machine code", "Other C, for which the compiler finds the same instructions.",
                j -> j.stage() == Stage.EQUIVALENT && j.verdict().detail().equals(Verdict.SAME_CODE), j -> j.verdict().detail());
        if (!staleReasons.isEmpty()) {
            text.append("\n## Reasons of no mutant\n\nThe text that they speak of is not there any more: remove or rewrite them.\n\n");
            staleReasons.forEach(key -> text.append("- `").append(key).append("`\n"));
        }
        return text.toString();
    }

    /** One line a mutant, for spreadsheets. */
    String csv() {
        StringBuilder text = new StringBuilder("id,operator,file,line,place,original,replacement,caught,detail,reason,milliseconds\n");
        for (Judged j : judged) {
            text.append(String.join(",", List.of(quoted(j.mutant().id()), j.mutant().operator().key(), quoted(j.mutant().file()),
                    Integer.toString(j.mutant().line()), quoted(j.mutant().place()), quoted(j.mutant().original()), quoted(j.mutant().replacement()),
                    j.stage().title(), quoted(j.verdict().detail()), quoted(j.reason()), Long.toString(j.verdict().millis())))).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private long count(Predicate<Judged> wanted) {
        return judged.stream().filter(wanted).count();
    }

    private void goals(StringBuilder text) {
        long equivalent = count(j -> j.stage() == Stage.EQUIVALENT);
        long errors = judged.size() - equivalent;
        long refused = count(j -> j.stage() == Stage.JAVAC || j.stage() == Stage.GENERATOR);
        long before = refused + count(j -> j.stage() == Stage.TESTS || j.stage() == Stage.COMPILED);
        text.append("| | mutants | of those that are no equivalents | for all, by operator |\n| --- | ---: | ---: | ---: |\n");
        row(text, "seeded", judged.size(), -1, -1);
        row(text, "equivalent", equivalent, -1, -1);
        for (String method : List.of(Verdict.SAME_C, Verdict.SAME_CODE)) {
            row(text, "... by " + method, count(j -> j.stage() == Stage.EQUIVALENT && j.verdict().detail().equals(method)), -1, -1);
        }
        row(text, "... for a reason given by hand", count(j -> j.stage() == Stage.EQUIVALENT && !j.reason().isEmpty()), -1, -1);
        row(text, "refused by javac or the generator", refused, errors, estimate(s -> s == Stage.JAVAC || s == Stage.GENERATOR));
        row(text, "caught before any boot test", before, errors,
                estimate(s -> s == Stage.JAVAC || s == Stage.GENERATOR || s == Stage.TESTS || s == Stage.COMPILED));
        row(text, "caught by nobody", count(j -> j.stage() == Stage.NOWHERE), errors, estimate(s -> s == Stage.NOWHERE));
        row(text, "crashes of the generator", count(j -> j.stage() == Stage.CRASH), errors, estimate(s -> s == Stage.CRASH));
        text.append("\nThe last column weights each operator by how many mutants of it there are: a sample holds a few of the rare ones too.\n");
    }

    private static void row(StringBuilder text, String name, long count, long of, double estimate) {
        text.append("| ").append(name).append(" | ").append(count).append(" | ").append(of < 0 ? "" : percent(count, of)).append(" | ")
                .append(estimate < 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * estimate)).append(" |\n");
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    /** The share among all errors of those noticed at some stages, from the shares among the judged ones of each operator. */
    private double estimate(Predicate<Stage> wanted) {
        double noticed = 0;
        double errors = 0;
        for (Operator operator : Operator.values()) {
            long sampled = count(j -> j.mutant().operator() == operator);
            if (sampled > 0) {
                double weight = (double) population.getOrDefault(operator, 0L) / sampled;
                errors += weight * count(j -> j.mutant().operator() == operator && j.stage() != Stage.EQUIVALENT);
                noticed += weight * count(j -> j.mutant().operator() == operator && wanted.test(j.stage()));
            }
        }
        return errors == 0 ? 0 : noticed / errors;
    }

    private void byOperator(StringBuilder text) {
        text.append("\n## By operator\n\nEach mutant counts where it is first noticed.\n\n| operator | there are | seeded |");
        COLUMNS.forEach(stage -> text.append(' ').append(stage.title()).append(" |"));
        text.append(" refused |\n| --- | ---: | ---: |").append(" ---: |".repeat(COLUMNS.size() + 1)).append('\n');
        for (Operator operator : Operator.values()) {
            line(text, operator.title(), population.getOrDefault(operator, 0L), j -> j.mutant().operator() == operator);
        }
        line(text, "**all**", population.values().stream().mapToLong(Long::longValue).sum(), j -> true);
    }

    private void line(StringBuilder text, String title, long all, Predicate<Judged> wanted) {
        Map<Stage, Long> counts = judged.stream().filter(wanted)
                .collect(Collectors.groupingBy(Judged::stage, () -> new EnumMap<>(Stage.class), Collectors.counting()));
        long seeded = count(wanted);
        text.append("| ").append(title).append(" | ").append(all < 0 ? "" : Long.toString(all)).append(" | ").append(seeded).append(" |");
        COLUMNS.forEach(stage -> text.append(' ').append(counts.getOrDefault(stage, 0L)).append(" |"));
        text.append(' ').append(percent(counts.getOrDefault(Stage.JAVAC, 0L) + counts.getOrDefault(Stage.GENERATOR, 0L),
                seeded - counts.getOrDefault(Stage.EQUIVALENT, 0L))).append(" |\n");
    }

    private void byCode(StringBuilder text) {
        Map<String, List<Judged>> byCode = new TreeMap<>();
        judged.stream().filter(j -> j.stage() == Stage.GENERATOR)
                .forEach(j -> codes(j).forEach(code -> byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(j)));
        text.append("\n## By invariant\n\nHow many mutants each code refuses, alone or with others; what was seeded where it refuses.\n\n")
                .append("| code | mutants | alone | operators |\n| --- | ---: | ---: | --- |\n");
        byCode.forEach((code, found) -> text.append("| ").append(code).append(" | ").append(found.size()).append(" | ")
                .append(found.stream().filter(j -> codes(j).size() == 1).count()).append(" | ").append(tally(found)).append(" |\n"));
    }

    private static List<String> codes(Judged judged) {
        return Arrays.stream(judged.verdict().detail().split(":", 2)[0].split(" ")).toList();
    }

    private static String tally(List<Judged> found) {
        return found.stream().collect(Collectors.groupingBy(j -> j.mutant().operator(), () -> new EnumMap<>(Operator.class), Collectors.counting()))
                .entrySet().stream().map(e -> e.getKey().title() + " " + e.getValue()).collect(Collectors.joining(", "));
    }

    private void byFile(StringBuilder text) {
        text.append("\n## By file\n\n| file | there are | seeded |");
        COLUMNS.forEach(stage -> text.append(' ').append(stage.title()).append(" |"));
        text.append(" refused |\n| --- | ---: | ---: |").append(" ---: |".repeat(COLUMNS.size() + 1)).append('\n');
        judged.stream().map(j -> j.mutant().fileName()).distinct().sorted().forEach(file -> line(text, file, -1, j -> j.mutant().fileName().equals(file)));
    }

    private void list(StringBuilder text, String title, String explanation, Predicate<Judged> wanted, Function<Judged, String> remark) {
        List<Judged> listed = judged.stream().filter(wanted).toList();
        text.append("\n## ").append(title).append("\n\n").append(explanation).append(' ').append(listed.size()).append(" mutants.\n\n");
        for (Judged j : listed) {
            text.append("- ").append(j.mutant().fileName()).append(':').append(j.mutant().line()).append(" (").append(j.mutant().operator().title())
                    .append(") `").append(Reasons.key(j.mutant())).append("`  \n  line: `").append(j.mutant().source()).append("`  \n  ")
                    .append(remark.apply(j)).append('\n');
        }
    }
}
