// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes methods at random whose proofs pass by their shape: every value has a width, what may leave it wraps or is cut, shifts
 * and divisors are constants, loops count to a constant.
 */
final class RandomProgram {
    private static final String HEAD = "// SPDX-License-Identifier: MIT OR GPL-2.0-only\npackage semantics;\n\n"
            + "import vireo.dsl.U16;\nimport vireo.dsl.U32;\nimport vireo.dsl.U64;\nimport vireo.dsl.U8;\nimport vireo.dsl.Uint16;\n"
            + "import vireo.dsl.Uint32;\nimport vireo.dsl.Uint64;\nimport vireo.dsl.Uint8;\n\n"
            + "/** Written at random. */\npublic final class %s {\n    private %s() {}\n";
    private static final int[] WIDTHS = {8, 16, 32, 64};

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final List<Variable> variables = new ArrayList<>();
    private int indent = 2;
    private int loops;

    private record Variable(String name, int width, boolean writable) {}

    private RandomProgram(Random random) {
        this.random = random;
    }

    /** A class of methods; the same for the same seed. */
    static String source(String name, int methods, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(HEAD.formatted(name, name));
        for (int i = 0; i < methods; i++) {
            text.append('\n').append(new RandomProgram(random).method("method" + i));
        }
        return text.append("}\n").toString();
    }

    private String method(String name) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int width = WIDTHS[random.nextInt(4)];
            variables.add(new Variable("p" + i, width, false));
            parameters.add(type(width) + " p" + i);
        }
        int result = WIDTHS[random.nextInt(4)];
        for (int i = 0; i < 3; i++) {
            int width = WIDTHS[random.nextInt(4)];
            line(type(width) + " v" + i + " = " + value(width, 2) + ";");
            variables.add(new Variable("v" + i, width, true));
        }
        block(3, 2);
        line("return " + value(result, 2) + ";");
        return "    public static " + type(result) + " " + name + "(" + String.join(", ", parameters) + ") {\n" + out + "    }\n";
    }

    private static String type(int width) {
        return "@U" + width + (width < 32 ? " int" : " long");
    }

    private void line(String text) {
        out.append("    ".repeat(indent)).append(text).append('\n');
    }

    private void block(int statements, int depth) {
        for (int i = 0; i < statements; i++) {
            switch (depth == 0 ? 0 : random.nextInt(5)) {
                case 1 -> nested("if (" + condition() + ") {", depth, random.nextBoolean());
                case 2 -> {
                    String counter = "i" + loops++;
                    nested("for (@U8 int " + counter + " = 0; " + counter + " < " + (1 + random.nextInt(5)) + "; "
                            + counter + " = Uint8.wrappingAdd(" + counter + ", 1)) {", depth, false);
                }
                case 3 -> {
                    Variable subject = any(8, false);
                    line("switch (" + value(8, 0) + ") {");
                    for (int value = random.nextInt(3); value < 6; value += 2) {
                        line("    case " + value + " -> " + assignment());
                    }
                    line("    default -> " + assignment());
                    line("}");
                    if (subject == null) {
                        line(assignment());
                    }
                }
                default -> line(assignment());
            }
        }
    }

    private void nested(String head, int depth, boolean otherwise) {
        line(head);
        indent++;
        block(1 + random.nextInt(2), depth - 1);
        indent--;
        if (otherwise) {
            line("} else {");
            indent++;
            block(1, depth - 1);
            indent--;
        }
        line("}");
    }

    private String assignment() {
        Variable target = variables.stream().filter(Variable::writable).skip(random.nextInt(3)).findFirst().orElseThrow();
        return target.name() + " = " + value(target.width(), 2) + ";";
    }

    private Variable any(int width, boolean exact) {
        List<Variable> fitting = variables.stream().filter(v -> exact ? v.width() == width : v.width() <= width).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    /** An expression that is proved to lie in a width. */
    private String value(int width, int depth) {
        Variable variable = any(width, width == 64);
        if (depth == 0 || random.nextInt(6) == 0) {
            return variable != null && random.nextInt(4) != 0 ? variable.name() : constant(width);
        }
        String uint = "Uint" + width + ".";
        return switch (random.nextInt(width == 64 ? 5 : 10)) {
            case 0 -> uint + "wrappingAdd(" + value(width, depth - 1) + ", " + value(width, depth - 1) + ")";
            case 1 -> uint + "wrappingSub(" + value(width, depth - 1) + ", " + value(width, depth - 1) + ")";
            case 2 -> uint + "wrappingMul(" + value(width, depth - 1) + ", " + value(width, depth - 1) + ")";
            case 3 -> "(" + condition() + " ? " + value(width, depth - 1) + " : " + value(width, depth - 1) + ")";
            case 4 -> width == 64
                    ? "Uint64.fromHalves(" + value(32, depth - 1) + ", " + value(32, depth - 1) + ")"
                    : uint + "truncate(" + wide(width, depth - 1) + ")";
            case 5 -> "(" + value(width, depth - 1) + " & " + value(width, depth - 1) + ")";
            case 6 -> "(" + value(width, depth - 1) + (random.nextBoolean() ? " | " : " ^ ") + value(width, depth - 1) + ")";
            case 7 -> "(" + value(width, depth - 1) + " >> " + (1 + random.nextInt(width - 1)) + ")";
            case 8 -> "(" + value(width, depth - 1) + (random.nextBoolean() ? " / " : " % ") + (2 + random.nextInt(8)) + ")";
            default -> "(" + value(width, depth - 1) + " & ~" + value(width, depth - 1) + ")";
        };
    }

    /** A signed expression of int or long, exact, to be cut to a width. */
    private String wide(int width, int depth) {
        String a = value(width, depth);
        String b = value(width, depth);
        return switch (random.nextInt(7)) {
            case 0 -> a + " - " + b;
            case 1 -> a + " + " + b;
            case 2 -> "-(" + a + ") >> " + random.nextInt(9);
            case 3 -> "~(" + a + ") - 1";
            case 4 -> "(" + a + " - " + b + ") >>> " + random.nextInt(32);
            case 5 -> "(" + a + " - " + b + ") / " + (1 + random.nextInt(9));
            default -> "(" + a + " - " + b + ") % " + (1 + random.nextInt(9));
        };
    }

    private String condition() {
        int width = WIDTHS[random.nextInt(4)];
        if (width == 64) {
            return (random.nextBoolean() ? "Uint64.lessThan(" : "Uint64.atMost(") + value(64, 1) + ", " + value(64, 1) + ")";
        }
        String operator = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
        int other = WIDTHS[random.nextInt(3)];
        String comparison = random.nextInt(3) == 0
                ? value(width, 1) + " - " + value(width, 1) + " " + operator + " " + value(other, 1)
                : value(width, 1) + " " + operator + " " + value(other, 1);
        return random.nextInt(4) == 0 ? "(" + comparison + (random.nextBoolean() ? " && " : " || ") + condition() + ")" : comparison;
    }

    private String constant(int width) {
        long value = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextLong() >>> (64 - random.nextInt(1, width + 1));
        return width < 32 ? Long.toString(value) : "0x" + Long.toHexString(value) + "L";
    }
}
