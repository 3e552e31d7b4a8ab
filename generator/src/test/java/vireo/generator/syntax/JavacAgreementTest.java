// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.source.SourceFile;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.TypeDeclaration;

/** This parser and javac see the same methods in the sources of this repository. */
class JavacAgreementTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));

    @TestFactory
    Stream<DynamicTest> methodsHaveTheShapeThatJavacGivesThem() {
        return Stream.of("dsl/src/main", "specs/virtio/src/main", "specs/example/src/main")
                .map(ROOT::resolve).filter(Files::isDirectory)
                .map(folder -> DynamicTest.dynamicTest(ROOT.relativize(folder).toString(), () -> {
                    int compared = 0;
                    for (Path file : sources(folder)) {
                        compared += compare(file);
                    }
                    assertThat(compared).isPositive();
                }));
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares each method's body with what comes of javac's own print of its tree. */
    private static int compare(Path file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        CompilationUnit unit = Parser.parse(SourceFile.of(file.toString(), Files.readString(file)), diagnostics)
                .orElseThrow(() -> new AssertionError(file + " refused: " + Sample.describe(diagnostics)));
        List<String> ours = new ArrayList<>();
        unit.types().forEach(t -> collect(t, ours));
        List<String> javacs = javacBodies(file);
        assertThat(ours).as("methods of %s", file).hasSameSizeAs(javacs);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).as("method %d of %s", i, file).isEqualTo(javacs.get(i));
        }
        return ours.size();
    }

    private static void collect(TypeDeclaration type, List<String> bodies) {
        for (Member member : type.members()) {
            if (member instanceof Member.Method method && method.body().isPresent() && isPlain(method.body().get().span().text())) {
                bodies.add(Sample.shape(method.body().get()));
            } else if (member instanceof TypeDeclaration nested) {
                collect(nested, bodies);
            }
        }
    }

    /** Method bodies whose print by javac is not Java again: it loses local records, patterns and the kinds of lambdas' parameters. */
    private static boolean isPlain(String body) {
        return !body.contains("->") && !body.contains("instanceof") && !body.contains("record ") && !body.contains(" new ")
                && !body.contains("\"") && !body.contains("'") && !body.contains("var ") && !body.contains("(new ") && !body.contains("final ")
                && !body.contains("@");
    }

    private static List<String> javacBodies(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> bodies = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, d -> { }, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            for (CompilationUnitTree tree : task.parse()) {
                String text = tree.getSourceFile().getCharContent(true).toString();
                var positions = com.sun.source.util.Trees.instance(task).getSourcePositions();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        if (method.getBody() != null && method.getReturnType() != null) {
                            String written = text.substring((int) positions.getStartPosition(tree, method.getBody()),
                                    (int) positions.getEndPosition(tree, method.getBody()));
                            if (isPlain(written)) {
                                Member.Method again = (Member.Method) Sample.members("void f() " + method.getBody()).get(0);
                                bodies.add(Sample.shape(again.body().orElseThrow()));
                            }
                        }
                        return null;
                    }

                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        return type.getSimpleName().length() == 0 ? null : super.visitClass(type, nothing);
                    }
                }.scan(tree, null);
            }
        }
        return bodies;
    }
}
