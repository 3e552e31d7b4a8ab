// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Documentation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Statement;

/** Parsed samples, and their shape as text. */
final class Sample {
    private static final Set<String> LEFT_OUT = Set.of("text", "hexadecimal", "textBlock");

    private Sample() {}

    /** Parses a whole file that must be correct. */
    static CompilationUnit unit(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompilationUnit> unit = Parser.parse(SourceFile.of("Sample.java", text), diagnostics);
        return unit.orElseThrow(() -> new AssertionError("refused: " + describe(diagnostics)));
    }

    /** The members of a class with these members. */
    static List<Member> members(String text) {
        return unit("final class Sample {\n" + text + "\n}").types().get(0).members();
    }

    /** The statements of a method with these statements. */
    static List<Statement> statements(String text) {
        return ((Member.Method) members("void f() {\n" + text + "\n}").get(0)).body().orElseThrow().statements();
    }

    /** An expression. */
    static Expression expression(String text) {
        return ((Member.Field) members("Object x = " + text + ";").get(0)).declarators().get(0).initializer().orElseThrow();
    }

    /** What is wrong with a whole file: {@code line:column what}, one finding a line. */
    static String refusal(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(SourceFile.of("Sample.java", text), diagnostics).ifPresent(u -> SubsetCheck.run(u, diagnostics));
        return describe(diagnostics);
    }

    static String describe(Diagnostics diagnostics) {
        return String.join("\n", diagnostics.sorted().stream()
                .map(d -> d.primary().line() + ":" + d.primary().column() + " [" + d.code() + "] " + d.what()).toList());
    }

    /** The shape of a tree: kinds and names, without places, comments and ways of writing a number. */
    static String shape(Object node) {
        if (node instanceof Collection<?> list) {
            return list.stream().filter(e -> !(e instanceof Statement.Remark)).map(Sample::shape).toList().toString();
        }
        if (node instanceof Optional<?> optional) {
            return optional.map(Sample::shape).orElse("-");
        }
        if (!(node instanceof Record)) {
            return String.valueOf(node);
        }
        StringBuilder text = new StringBuilder(node.getClass().getSimpleName()).append('(');
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            boolean place = component.getType() == Span.class || component.getType() == Documentation.class
                    || component.getType() == SourceFile.class;
            if (!place && !LEFT_OUT.contains(component.getName())) {
                text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(shape(value(node, component)));
            }
        }
        return text.append(')').toString();
    }

    private static Object value(Object node, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
