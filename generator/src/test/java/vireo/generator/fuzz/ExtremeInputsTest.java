// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that are extreme in one way, each refused or translated within its time. With {@code -Dvireo.fuzz.runs} more and larger ones. */
class ExtremeInputsTest {
    private static final String NAME = "p/A.java";
    private static final boolean LONG = System.getProperty("vireo.fuzz.runs") != null;

    /** How many of something are many. */
    private static final int MANY = LONG ? 3_000 : 300;

    private static final List<Integer> DEPTHS = LONG ? List.of(20, 200, 5_000, 100_000) : List.of(2_000);

    private static final List<String> FREQUENT = List.of("\0", "\ufeff", "\u202e", "\ud83d", "\\u000a", "\r");

    private static final List<String> RARE = List.of("\u2066", "\u200b", "\u200d", "\u00ad", "\u0430", "\ude00", "\ud83d\ude00", "\uffff", "\u0085",
            "\u2028", "\f", "\u000b", "\u001a", "\u00a0", "\u3000", "\\u0020", "\\u002f\\u002f", "\\uuu0041", "\\u", "\t");

    private static FuzzedProgram file(String text) {
        return new FuzzedProgram(Map.of(NAME, text));
    }

    private static FuzzedProgram members(String members) {
        return file("package p;\nimport vireo.dsl.*;\npublic final class A {\n private A() {}\n public static int one() { return 1; }\n" + members + "\n}\n");
    }

    private static FuzzedProgram body(String statements) {
        return members("public static int f(int a, int b) {\n" + statements + "\nreturn a;\n}");
    }

    private static FuzzedProgram value(String expression) {
        return body("int x = " + expression + ";");
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static DynamicTest judged(String name, FuzzedProgram program) {
        return DynamicTest.dynamicTest(name, () -> assertThat(program.judge()).isNotNull());
    }

    private static DynamicTest refused(String name, FuzzedProgram program) {
        return DynamicTest.dynamicTest(name, () -> assertThat(program.judge()).isEqualTo(FuzzedProgram.Outcome.REFUSED));
    }

    private static DynamicTest accepted(String name, FuzzedProgram program) {
        return DynamicTest.dynamicTest(name, () -> assertThat(program.judge()).isEqualTo(FuzzedProgram.Outcome.ACCEPTED));
    }

    @TestFactory
    Stream<DynamicTest> depthIsRefusedOrTranslated() {
        return DEPTHS.stream().flatMap(depth -> Stream.of(
                judged(depth + " parentheses", value("(".repeat(depth) + "a" + ")".repeat(depth))),
                judged(depth + " open parentheses", value("(".repeat(depth))),
                judged(depth + " complements", value("~".repeat(depth) + "a")),
                judged(depth + " conditionals", value("a > 0 ? 1 : ".repeat(depth) + "2")),
                judged(depth + " nested conditionals", value("a > 0 ? ".repeat(depth) + "1" + " : 2".repeat(depth))),
                judged(depth + " indices", value("a[".repeat(depth) + "0" + "]".repeat(depth))),
                judged(depth + " calls", value("f(a, ".repeat(depth) + "b" + ")".repeat(depth))),
                judged(depth + " blocks", body("{".repeat(depth) + "}".repeat(depth))),
                judged(depth + " branches", body("if (a > b) ".repeat(depth) + "{ a = 1; }")),
                judged(depth + " loops", body("while (a > b) { ".repeat(depth) + "}".repeat(depth))),
                judged(depth + " dimensions", members("private final int" + "[]".repeat(depth) + " x = null;")),
                judged(depth + " type arguments", members("private final A" + "<A".repeat(depth) + ">".repeat(depth) + " x = null;")),
                judged(depth + " annotations", members("@At(".repeat(depth) + "0" + ")".repeat(depth) + " private int x;"))));
    }

    @TestFactory
    Stream<DynamicTest> lengthIsRefusedOrTranslated() {
        return Stream.of(
                judged("a long sum", value("a & 1" + " + (a & 1)".repeat(MANY))),
                judged("a long conjunction", body("if (a > 0" + " && a > 1".repeat(MANY) + ") { a = 1; }")),
                judged("many alternatives", body(times(MANY, i -> "if (a == " + i + ") { b = " + i + "; } else ") + "{ b = 0; }")),
                judged("many branches, one after the other", body(times(MANY, i -> "if (a == " + i + ") { b = " + i + "; }\n"))),
                judged("many cases", body("switch (a) {" + times(MANY, i -> "case " + i + " -> b = " + i + ";\n") + "default -> b = 0; }")),
                judged("many variables", body(times(MANY, i -> "int v" + i + " = " + (i == 0 ? "a" : "v" + (i - 1)) + " & " + i + ";\n"))),
                accepted("many methods", members(times(MANY, i -> "public static int m" + i + "(int a) { return a & " + i + "; }\n"))),
                refused("many methods that call each other in a chain", members(times(MANY, i -> "public static int m" + i + "(int a) { return "
                        + (i == 0 ? "a" : "m" + (i - 1) + "(a & 7)") + "; }\n"))),
                judged("many parameters", members("public static void g(" + times(MANY, i -> "int p" + i + ", ") + "int q) {}")),
                judged("many components", file("package p; public record A(" + times(MANY, i -> "int c" + i + ", ") + "int d) {}")),
                judged("many constants of an enum", file("package p; public enum A { " + times(MANY, i -> "C" + i + ", ") + "LAST }")),
                judged("many elements", members("private final int[] x = {" + "1, ".repeat(MANY) + "1};")),
                judged("a name of 100,000 letters", value("x".repeat(100_000))),
                judged("a number of 100,000 digits", value("9".repeat(100_000))),
                judged("a string of 100,000 characters", body("Log.error(\"" + "x".repeat(100_000) + "\");")),
                judged("a comment of 1,000,000 characters", body("/*" + " *".repeat(500_000) + "*/")),
                judged("a line of 1,000,000 characters", body("a = 1;" + " ".repeat(1_000_000) + "b = 2;")),
                judged("100,000 empty lines", body("\n".repeat(100_000))),
                judged("many imports", file("package p;\n" + "import vireo.dsl.U8;\n".repeat(MANY) + "public final class A { private A() {} public static int one() { return 1; } }")),
                judged("many types", file("package p; " + times(MANY, i -> "final class B" + i + " {}\n"))),
                judged("an array of 2^31 - 1", members("private final int[] x = new int[2147483647];")),
                judged("a shift by 2^31 - 1", value("1 << 2147483647")));
    }

    @TestFactory
    Stream<DynamicTest> oddCharactersAreRefusedOrJava() {
        return Stream.concat(FREQUENT.stream(), LONG ? RARE.stream() : Stream.of())
                .flatMap(odd -> {
                    String name = odd.chars().mapToObj(c -> String.format("%04x", c)).collect(Collectors.joining(" "));
                    return Stream.of(
                            judged(name + " between tokens", body("a = " + odd + " 1;")),
                            judged(name + " in a name", body("int x" + odd + "y = 1; a = x" + odd + "y;")),
                            judged(name + " in a string", body("Log.error(\"x" + odd + "y\");")),
                            judged(name + " in a comment", body("// x" + odd + "y\na = 2; /* x" + odd + "y */")),
                            judged(name + " in Javadoc", members("/** x" + odd + "y */ public static void g() {}")),
                            judged(name + " at the start", file(odd + "package p; public final class A { private A() {} public static int one() { return 1; } }")),
                            judged(name + " at the end", file("package p; public final class A { private A() {} public static int one() { return 1; } }" + odd)));
                });
    }

    @TestFactory
    Stream<DynamicTest> lineEndsMakeNoDifference() {
        String text = "package p;\nimport vireo.dsl.*;\n/** Says\n * something. */\npublic final class A {\n    private A() {}\n"
                + "    // One.\n    // Two.\n    public static int f(int a) {\n        return a;\n    }\n}\n";
        return Stream.of("\n", "\r\n", "\r").map(end -> accepted(end.replace("\r", "CR ").replace("\n", "LF"), file(text.replace("\n", end))));
    }
}
