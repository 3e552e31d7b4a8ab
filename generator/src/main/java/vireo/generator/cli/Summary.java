// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vireo.generator.Compilation;

/** The short table that a run ends with. */
final class Summary {
    private Summary() {}

    /** What was compiled and proved. */
    static void print(Compilation compilation, PrintWriter out) {
        line("sources", String.valueOf(compilation.sources().size()), out);
        line("registers", String.valueOf(compilation.registers()), out);
        line("rings", String.valueOf(compilation.rings()), out);
        int total = compilation.proofs().values().stream().mapToInt(Integer::intValue).sum();
        String kinds = compilation.proofs().entrySet().stream()
                .map(Summary::kind).collect(Collectors.joining(", "));
        line("proofs", total + (kinds.isEmpty() ? "" : " (" + kinds + ")"), out);
    }

    private static String kind(Map.Entry<String, Integer> proofs) {
        return proofs.getKey() + " " + proofs.getValue();
    }

    /** How a folder of output changed. */
    static void print(String title, OutputPlan plan, PrintWriter out) {
        List<String> parts = plan.deleted() > 0
                ? List.of(plan.written() + " written", plan.unchanged() + " unchanged", plan.deleted() + " deleted")
                : List.of(plan.written() + " written", plan.unchanged() + " unchanged");
        line(title, String.join(", ", parts), out);
    }

    /** How long it took. */
    static void printTime(long nanoseconds, PrintWriter out) {
        line("time", String.format(Locale.ROOT, "%.2f s", nanoseconds / 1e9), out);
        out.flush();
    }

    private static void line(String title, String text, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%-10s %s", title, text));
    }
}
