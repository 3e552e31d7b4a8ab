// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Statement;
import vireo.generator.syntax.ast.TypeDeclaration;

class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "a + b * c           # a + (b * c)",
        "a - b - c           # (a - b) - c",
        "a << 1 + b          # a << (1 + b)",
        "a >> b >>> c        # (a >> b) >>> c",
        "a & b == c          # a & (b == c)",
        "a | b ^ c & d       # a | (b ^ (c & d))",
        "a || b && c | d     # a || (b && (c | d))",
        "a ? b : c ? d : e   # a ? b : (c ? d : e)",
        "a < b == c > d      # (a < b) == (c > d)",
        "!a && ~b == c       # (!a) && ((~b) == c)",
        "(int) a + b         # ((int) a) + b",
        "(a) + b             # a + b",
        "(a) - b             # a - b",
        "(Foo) a.b()         # (Foo) (a.b())",
        "-a.b[1]             # -(a.b[1])",
        "a = b = c           # a = (b = c)",
        "a += b ? c : d      # a += (b ? c : d)",
        "a.b(c).d[e].f       # ((a.b(c)).d[e]).f",
        "f(x -> y, z)        # f((x -> y), z)",
        "a instanceof B && c # (a instanceof B) && c",
    })
    void operatorsBindAsInJava(String written, String grouped) {
        assertThat(Sample.shape(Sample.expression(written))).isEqualTo(Sample.shape(Sample.expression(grouped)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false", "-5, -5, false", "- 5, -5, false", "2147483647, 2147483647, false", "-2147483648, -2147483648, false",
        "0xFFFFFFFF, -1, false", "0x7fff_ffff, 2147483647, false", "0b101, 5, false", "0xFFFFFFFFFFFFFFFFL, -1, true",
        "9223372036854775807L, 9223372036854775807, true", "-9223372036854775808L, -9223372036854775808, true", "017, 15, false",
    })
    void numbersHaveJavasValues(String written, String value, boolean isLong) {
        Expression.IntLiteral literal = (Expression.IntLiteral) Sample.expression(written);
        assertThat(literal.value()).isEqualTo(new BigInteger(value));
        assertThat(literal.isLong()).isEqualTo(isLong);
    }

    @Test
    void theMinusOfAHexadecimalNumberIsAnOperator() {
        assertThat(Sample.expression("-0x10")).isInstanceOf(Expression.Unary.class);
    }

    @Test
    void stringsAreUnescapedAndTextBlocksStripped() {
        assertThat(((Expression.StringLiteral) Sample.expression("\"a\\tb\\\\\\\"\\u00e9\"")).value()).isEqualTo("a\tb\\\"\u00e9");
        assertThat(((Expression.StringLiteral) Sample.expression("\"\"\"\r\n    a \"quoted\"\r\n      b\r\n    \"\"\"")).value())
                .isEqualTo("a \"quoted\"\n  b\n");
    }

    @Test
    void aLocalVariableIsToldFromAnExpression() {
        List<Statement> statements = Sample.statements("a<b> c; a.b[] d; x = a < b; int[] e[] = f, g; y.z(a);");
        assertThat(statements.stream().map(s -> s.getClass().getSimpleName()))
                .containsExactly("LocalVariable", "LocalVariable", "Evaluate", "LocalVariable", "Evaluate");
        Statement.LocalVariable arrays = (Statement.LocalVariable) statements.get(3);
        assertThat(arrays.declarators().get(0).type().text()).isEqualTo("int[][]");
        assertThat(arrays.declarators().get(1).type().text()).isEqualTo("int[]");
    }

    @Test
    void contextualWordsAreNamesElsewhere() {
        assertThat(Sample.statements("int record = yield + permits; record = when; sealed.record();")).hasSize(3);
        assertThat(Sample.members("void record() {} record Point(int x) {}").get(1)).isInstanceOf(TypeDeclaration.RecordType.class);
    }

    @Test
    void bothKindsOfSwitchAreRead() {
        Statement.Switch old = (Statement.Switch) Sample.statements("switch (a) { case 1: case 2, 3: b(); break; default: c(); }").get(0);
        assertThat(old.cases()).hasSize(2);
        assertThat(old.cases().get(0).values()).hasSize(3);
        assertThat(old.cases().get(1).isDefault()).isTrue();
        Expression.Switch arrows = (Expression.Switch) Sample.expression("switch (a) { case X -> 1; case Y -> { yield 2; } default -> throw e; }");
        assertThat(arrows.cases().stream().map(c -> c.body().get(0).getClass().getSimpleName())).containsExactly("Yield", "Block", "Throw");
    }

    @Test
    void annotationsStandWhereTheAuthorWroteThem() {
        Member.Method method = (Member.Method) Sample.members("public @U16 int f(@Below(\"n\") int i) { return (@U8 int) i; }").get(0);
        assertThat(method.modifiers().annotation("U16")).isPresent();
        assertThat(method.parameters().get(0).modifiers().annotation("Below").orElseThrow().argument("value").orElseThrow())
                .isInstanceOf(Expression.StringLiteral.class);
        Statement.Return last = (Statement.Return) method.body().orElseThrow().statements().get(0);
        assertThat(((Expression.Cast) last.value().orElseThrow()).type().annotations()).hasSize(1);
    }

    @Test
    void commentsStandBeforeTheStatementTheySpeakOf() {
        List<Statement> statements = Sample.statements("""
                // first line
                // second line
                a();
                b(); // behind b
                if (c) { // behind if
                    /* inside */
                    d();
                }
                e(/* argument */ 1);
                // last
                """);
        assertThat(statements.stream().map(ParserTest::sketch)).containsExactly(
                "// first line\nsecond line", "a();", "// behind b", "b();", "If", "// argument", "e(/* argument */ 1);", "// last");
        Statement.Block then = (Statement.Block) ((Statement.If) statements.get(4)).then();
        assertThat(then.statements().stream().map(ParserTest::sketch)).containsExactly("// behind if", "// inside", "d();");
    }

    private static String sketch(Statement statement) {
        if (statement instanceof Statement.Remark remark) {
            return "// " + remark.comment().text();
        }
        return statement instanceof Statement.If ? "If" : statement.span().text();
    }

    @Test
    void commentsOfCasesStandInTheirBodies() {
        Statement.Switch subject = (Statement.Switch) Sample.statements("""
                switch (a) {
                    // one
                    case 1 -> b(); // behind b
                    default -> { }
                    // end
                }""").get(0);
        assertThat(subject.cases().get(0).body().stream().map(ParserTest::sketch)).containsExactly("// one", "// behind b", "b();");
        assertThat(subject.cases().get(1).body().stream().map(ParserTest::sketch)).containsExactly("{ }", "// end");
    }

    @Test
    void javadocBelongsToItsDeclaration() {
        CompilationUnit unit = Sample.unit("""
                // licence
                package a.b;

                import c.D;

                /**
                 * About R.
                 *
                 * <p>More.
                 */
                public record R(
                        /** About x. */ int x, // behind x
                        int y) {
                    /** Constant. */
                    static final int Z = 1; // behind Z
                    // before f
                    void f() {}
                }
                """);
        TypeDeclaration.RecordType type = (TypeDeclaration.RecordType) unit.types().get(0);
        assertThat(unit.comments().get(0).text()).isEqualTo("licence");
        assertThat(type.documentation().javadoc()).isEqualTo("About R.\n\n<p>More.");
        assertThat(type.components().get(0).documentation().javadoc()).isEqualTo("About x.");
        assertThat(type.components().get(0).documentation().comments().get(0).text()).isEqualTo("behind x");
        assertThat(type.members().get(0).documentation().javadoc()).isEqualTo("Constant.");
        assertThat(type.members().get(0).documentation().comments().get(0).trailing()).isTrue();
        assertThat(type.members().get(1).documentation().comments().get(0).text()).isEqualTo("before f");
    }

    @Test
    void lineEndsOfAllSystemsGiveTheSameTree() {
        String text = "final class A {\n    // why\n    int f() {\n        return 1;\n    }\n}\n";
        String unix = Sample.shape(Sample.unit(text));
        assertThat(Sample.shape(Sample.unit(text.replace("\n", "\r\n")))).isEqualTo(unix);
        assertThat(Sample.shape(Sample.unit(text.replace("\n", "\r")))).isEqualTo(unix);
    }

    @Test
    void anEmptyFileIsAUnitWithoutTypes() {
        assertThat(Sample.unit("").types()).isEmpty();
        assertThat(Sample.unit("// nothing\n;").types()).isEmpty();
    }

    @Test
    void treesAsDeepAsTheLimitFitAnOrdinaryStack() throws InterruptedException {
        String chain = "1" + " + 1".repeat(900);
        Thread thread = new Thread(null, () -> assertThat(Sample.refusal("final class A { private int x = " + chain + "; }")).isEmpty(),
                "small", 1 << 20);
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }
}
