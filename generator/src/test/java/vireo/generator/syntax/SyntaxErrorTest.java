// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "int x = 5 int y;                 | 1:18 [VR100] Expected ';' here, before 'int'.",
        "int x = ;                        | 1:18 [VR100] Expected an expression, found ';'.",
        "void f(int a b) {}               | 1:23 [VR100] Expected ')' or ',', found 'b'.",
        "void f() { if (x { y(); } }      | 1:24 [VR100] This '(' is never closed.",
        "void f() { y(1; }                | 1:22 [VR100] This '(' is never closed.",
        "void f() { } }                   | 2:1 [VR100] This '}' closes nothing.",
        "int[ x;                          | 1:13 [VR100] This '[' is never closed.",
        "if (x) {}                        | 1:10 [VR100] The statement 'if' stands outside of any method.",
        "void new() {}                    | 1:15 [VR100] 'new' is a word of the language and cannot be a name here.",
        "void f() { else {} }             | 1:21 [VR100] This 'else' has no 'if'.",
        "void f() { catch (E e) {} }      | 1:21 [VR100] This 'catch' has no 'try'.",
        "void f() { case 1: }             | 1:21 [VR100] This 'case' is not inside a switch.",
        "void f() { try { } }             | 1:21 [VR100] This 'try' has neither resources nor 'catch' nor 'finally'.",
        "void f() { a + b; }              | 1:21 [VR100] This expression is not a statement: its value goes nowhere.",
        "void f() { 5 = a; }              | 1:21 [VR100] This is no variable: nothing can be assigned to it.",
        "void f() { x = a > > b; }        | 1:27 [VR100] The parts of a shift operator stand apart.",
        "void f() { x = a ? b : c = d; }  | 1:33 [VR100] An assignment behind ':' needs parentheses.",
        "const int X = 1;                 | 1:10 [VR100] 'const' is reserved and has no meaning in Java.",
        "void f() { goto x; }             | 1:21 [VR100] 'goto' is reserved and has no meaning in Java.",
        "int _ = 1;                       | 1:14 [VR100] '_' alone is no name.",
        "public public int x;             | 1:17 [VR100] The modifier 'public' is written twice.",
        "Object x = new int();            | 1:25 [VR100] 'int' is no class: it has no objects.",
        "String s = \"abc;                 | 1:21 [VR100] This string has no closing quote on its line.",
        "String s = \"a\\qb\";               | 1:21 [VR100] This text holds an escape that Java does not have.",
        "char c = '';                     | 1:19 [VR100] There is no character between these quotes.",
        "char c = 'ab';                   | 1:19 [VR100] A character literal holds exactly one character.",
        "char c = 'a                      | 1:19 [VR100] This character has no closing quote.",
        "int x; /* open                   | 1:17 [VR100] This comment is never closed: the rest of the file is part of it.",
        "int x = 5 # 3;                   | 1:20 [VR100] The character '#' (U+0023) is not part of Java.",
        "int x = 3000000000;              | 1:18 [VR100] The number 3000000000 does not fit int (-2147483648 .. 2147483647).",
        "int x = 2147483648;              | 1:18 [VR100] The number 2147483648 does not fit int (-2147483648 .. 2147483647).",
        "int x = 0x1FFFFFFFF;             | 1:18 [VR100] The number 0x1FFFFFFFF does not fit int (32 bits).",
        "long x = 9223372036854775808L;   | 1:19 [VR100] The number 9223372036854775808L does not fit long (-9223372036854775808 .. 9223372036854775807).",
        "int x = 0x;                      | 1:18 [VR100] '0x' is not a number: it has no digits.",
        "int x = 1_;                      | 1:18 [VR100] '1_' is not a number: an underscore may stand between digits only.",
        "int x = 09;                      | 1:18 [VR100] '09' is not a number: a number that begins with 0 is octal and has no digit above 7.",
        "int x = 5u;                      | 1:18 [VR100] '5u' is not a number: Java has no unsigned suffix.",
        "int x = 0b12;                    | 1:18 [VR100] '0b12' is not a number: a binary number has the digits 0 and 1 only.",
        "int x = 3a;                      | 1:18 [VR100] '3a' is not a number: a name cannot begin with a digit, and these are not all digits.",
    })
    void eachErrorIsNamedWithItsPlace(String member, String finding) {
        assertThat(Sample.refusal("class A {" + member + "\n}").lines()).contains(finding);
    }

    @Test
    void allErrorsOfAFileAreReported() {
        assertThat(Sample.refusal("""
                class A {
                    void f(int a b) { int x = ; }
                    int g() { return 1 +; }
                    void h() {
                        foo(;
                        int = 3;
                        if (x y) { z z z; }
                    }
                    int i = 0x;
                }
                """).lines().map(l -> l.split(":")[0]).distinct()).containsExactly("2", "3", "5", "6", "7", "9");
    }

    @Test
    void aMissingBraceIsSoughtWhereTheIndentationChanges() {
        assertThat(Sample.refusal("""
                class A {
                    void f() {
                        if (x) {
                            y();
                    }

                    void g() {}
                }
                """)).isEqualTo("1:9 [VR100] This '{' is never closed.");
    }

    @Test
    void charactersThatHideTheMeaningAreRefused() {
        assertThat(Sample.refusal("\ufeffclass A {}")).isEqualTo("1:1 [VR100] The source holds a byte order mark.");
        assertThat(Sample.refusal("class A {} // \\u000a evil")).contains("1:15 [VR100] A unicode escape stands for U+000A.");
        assertThat(Sample.refusal("class A { int \\u00zz; }")).contains("This unicode escape has 2 of the four hexadecimal digits it needs.");
        assertThat(Sample.refusal("class A { } // \u202e reversed")).contains("U+202E, which changes the order");
        assertThat(Sample.refusal("class A { \0 }")).contains("1:11 [VR100] The source holds the control character U+0000.");
        assertThat(Sample.refusal("class A { } // \ud800")).contains("half of a character (U+D800)");
        assertThat(Sample.refusal("class A { int x = \u201ca\u201d; }")).contains("The character '\u201c' (U+201C) is not part of Java.");
    }

    @Test
    void deepTextsAreRefusedQuickly() {
        String[] deep = {
            "(".repeat(5000) + "1" + ")".repeat(5000), "1" + "+1".repeat(50_000), "!".repeat(50_000) + "a", "(int)".repeat(5000) + "a",
            "a" + ".b".repeat(20_000), "x -> ".repeat(3000) + "a", "a<".repeat(20_000) + "b", "a ? ".repeat(3000), "f(a,".repeat(5000),
        };
        for (String text : deep) {
            long start = System.nanoTime();
            assertThat(Sample.refusal("class A { Object x = " + text + "; }")).contains("nested too deeply");
            assertThat(System.nanoTime() - start).as("nanoseconds for %.10s...", text).isLessThan(10_000_000_000L);
        }
        assertThat(Sample.refusal("class A { void f() " + "{".repeat(5000) + "}".repeat(5000) + " }")).contains("nested too deeply");
        assertThat(Sample.refusal("class A { void f() { " + "if (a) b(); else ".repeat(5000) + "c(); } }")).contains("nested too deeply");
    }

    @Test
    void hugeInputsAreRefusedQuickly() {
        assertThat(Sample.refusal("class A { int x = " + "9".repeat(1_000_000) + "; }")).contains("A number of 1000000 characters fits no type.");
        assertThat(Sample.refusal("a".repeat(Parser.MAX_LENGTH + 1))).contains("The file has 4000001 characters, more than 4000000.");
        assertThat(Sample.refusal("\u0001".repeat(5000)).lines()).hasSize(101);
    }
}
