// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.qemu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A guest's output read as TAP, the Test Anything Protocol: {@code ok 1 - description},
 * {@code not ok 2 - description}, a plan {@code 1..2} before or after them, comments after {@code #}.
 * Other lines are passed over.
 *
 * @param results in the order of the output
 * @param planned the plan's number, empty without a plan or with several
 * @param facts comments of the form {@code # fact name=value}
 */
record TapReport(List<Result> results, OptionalInt planned, Map<String, String> facts) {

    private static final Pattern RESULT = Pattern.compile("(not )?ok (\\d{1,6}) - (.+)");
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d{1,6})");
    private static final Pattern FACT = Pattern.compile("# fact (\\S+?)=(.*)");

    /**
     * One result.
     *
     * @param number as the guest counts, from 1
     */
    record Result(int number, boolean passed, String description) {}

    static TapReport parse(String output) {
        List<Result> results = new ArrayList<>();
        List<Integer> plans = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        output.lines().map(String::strip).forEach(line -> {
            Matcher result = RESULT.matcher(line);
            Matcher plan = PLAN.matcher(line);
            Matcher fact = FACT.matcher(line);
            if (result.matches()) {
                results.add(new Result(
                        Integer.parseInt(result.group(2)), result.group(1) == null, result.group(3)));
            } else if (plan.matches()) {
                plans.add(Integer.parseInt(plan.group(1)));
            } else if (fact.matches()) {
                facts.put(fact.group(1), fact.group(2));
            }
        });
        OptionalInt planned = plans.size() == 1 ? OptionalInt.of(plans.get(0)) : OptionalInt.empty();
        return new TapReport(List.copyOf(results), planned, Map.copyOf(facts));
    }

    /** Whether the results are numbered 1, 2, 3 and so on. */
    boolean inOrder() {
        return IntStream.range(0, results.size()).allMatch(i -> results.get(i).number() == i + 1);
    }
}
