// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.fuzz;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Too much of something: nesting, digits, names, statements, methods, line ends. */
final class Excess {
    private static final Pattern EXPRESSION = Pattern.compile("(?<=[(,=] )[a-z]\\w*(?=[ ;,)])|(?<=return )\\w+(?=;)|(?<=\\()[a-z]\\w*(?=\\))");
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9][0-9a-fA-FxL_]*\\b");
    private static final Pattern STATEMENT = Pattern.compile("\n +(?=[a-z][\\w.]*(\\(.*\\)| = .*);\n)");

    private Excess() {}

    /** Nests an expression or a statement of a text deeply. */
    static String nested(String text, Random random) {
        int depth = 1 << 2 + random.nextInt(11);
        return switch (random.nextInt(9)) {
            case 0 -> around(text, EXPRESSION, random, "(".repeat(depth), ")".repeat(depth));
            case 1 -> around(text, EXPRESSION, random, "-(".repeat(depth), ")".repeat(depth));
            case 2 -> around(text, EXPRESSION, random, "1 + ".repeat(depth), "");
            case 3 -> around(text, EXPRESSION, random, "", " + 1".repeat(depth));
            case 4 -> around(text, EXPRESSION, random, "a < b ? 1 : ".repeat(depth), "");
            case 5 -> around(text, EXPRESSION, random, "~".repeat(depth), "");
            case 6 -> around(text, STATEMENT, random, "{".repeat(depth), "}".repeat(depth));
            case 7 -> around(text, STATEMENT, random, "", " if (true) ".repeat(depth));
            default -> around(text, STATEMENT, random, "", " for (int z = 0; z < 2; z++) while (false) do ".repeat(Math.min(depth, 300)));
        };
    }

    /** Makes something of a text very large, or its lines end otherwise. */
    static String large(String text, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> around(text, NUMBER, random, "9".repeat(random.nextInt(20_000)), "");
            case 1 -> around(text, NUMBER, random, "0x" + "F".repeat(random.nextInt(40)), "");
            case 2 -> text.replace("\n", "\r\n");
            case 3 -> text.replace("\n", "\r");
            case 4 -> text.replaceAll("//[^\n]*", "").replace("\n", " ");
            case 5 -> "\ufeff" + text;
            case 6 -> around(text, EXPRESSION, random, "x".repeat(random.nextInt(50_000)), "");
            case 7 -> repeatedMethod(text, 1 + random.nextInt(400));
            default -> around(text, STATEMENT, random, "", " ;".repeat(random.nextInt(3_000)));
        };
    }

    /** Adds methods like the last line of the text demands: before its last bracket. */
    private static String repeatedMethod(String text, int times) {
        int end = text.lastIndexOf('}');
        if (end < 0) {
            return text;
        }
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < times; i++) {
            methods.append("    private static int more").append(i).append("(int a) { return a > ").append(i).append(" ? 1 : ")
                    .append(i == 0 ? "2" : "more" + (i - 1) + "(a & 7)").append("; }\n");
        }
        return Damage.insert(text, end, methods.toString());
    }

    private static String around(String text, Pattern pattern, Random random, String before, String after) {
        Matcher matcher = pattern.matcher(text);
        int count = (int) matcher.results().count();
        if (count == 0) {
            return text + before + after;
        }
        int wanted = random.nextInt(count);
        matcher.reset();
        for (int i = 0; i <= wanted; i++) {
            matcher.find();
        }
        return text.substring(0, matcher.start()) + before + matcher.group() + after + text.substring(matcher.end());
    }
}
