// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Wrong code is found before it is translated. */
class IrVerifierTest {
    private static final Span AT = new Span(SourceFile.of("p/A.java", "class A {}"), 0, 5);
    private static final Local A = new Local(0, "a", Type.Int.INT, Local.Kind.VARIABLE, AT);
    private static final Expr READ_A = new Expr.Get(A, Type.Int.INT, AT);
    private static final Expr ONE = Operators.constant(1, Type.Java.INT, AT);

    private static List<String> verify(Stmt... body) {
        MethodDecl method = new MethodDecl(
                "p.A.f()",
                "p.A",
                "f",
                MethodDecl.Kind.STATIC,
                false,
                List.of(),
                new Type.Void(),
                false,
                false,
                false,
                false,
                Optional.of(List.of(body)),
                "",
                AT);
        TypeDecl type =
                new TypeDecl.ClassDecl("p.A", false, false, true, List.of(), List.of(), List.of(), List.of(method), "", AT);
        Diagnostics diagnostics = new Diagnostics();
        IrVerifier.verify(new Program(List.of(type)), diagnostics);
        assertThat(diagnostics.sorted()).allMatch(d -> d.code().equals("VR999"));
        return diagnostics.sorted().stream().map(Diagnostic::what).toList();
    }

    private static Stmt declareA() {
        return new Stmt.Declare(A, Optional.of(ONE), AT);
    }

    @Test
    void rightCodeIsAccepted() {
        assertThat(verify(declareA(), new Stmt.Assign(A, READ_A, AT))).isEmpty();
    }

    @Test
    void aLocalIsDeclaredBeforeItIsUsed() {
        assertThat(verify(new Stmt.Assign(A, ONE, AT)))
                .singleElement()
                .asString()
                .contains("`a` used outside of its block");
        assertThat(verify(new Stmt.Block(List.of(declareA()), AT), new Stmt.Assign(A, ONE, AT)))
                .isNotEmpty();
    }

    @Test
    void aLocalIsDeclaredOnce() {
        assertThat(verify(declareA(), declareA())).singleElement().asString().contains("shares its id");
    }

    @Test
    void nothingIsErroneous() {
        assertThat(verify(new Stmt.Declare(A, Optional.of(new Expr.Erroneous(AT)), AT)))
                .isNotEmpty();
    }

    @Test
    void operandsHaveOneCarrier() {
        Expr mixed = new Expr.Binary(
                Expr.BinaryOp.ADD,
                Expr.Overflow.EXACT,
                READ_A,
                Operators.constant(1, Type.Java.LONG, AT),
                Type.Int.LONG,
                AT);
        assertThat(verify(
                        declareA(),
                        new Stmt.Declare(
                                new Local(1, "b", Type.Int.LONG, Local.Kind.VARIABLE, AT), Optional.of(mixed), AT)))
                .singleElement()
                .asString()
                .contains("different carriers");
    }

    @Test
    void aValueHasTheFormOfItsPlace() {
        assertThat(verify(new Stmt.Declare(A, Optional.of(Operators.constant(1, Type.Java.LONG, AT)), AT)))
                .singleElement()
                .asString()
                .contains("where int belongs");
    }

    @Test
    void aConditionIsABoolean() {
        assertThat(verify(new Stmt.If(ONE, List.of(), List.of(), AT)))
                .singleElement()
                .asString()
                .contains("no boolean");
    }

    @Test
    void aCallNamesAMethodThatExists() {
        assertThat(verify(new Stmt.Call(
                        Optional.empty(), "p.A.g()", Optional.empty(), List.of(), new Type.Void(), false, AT)))
                .singleElement()
                .asString()
                .contains("`p.A.g()`, which does not exist");
        assertThat(verify(new Stmt.Call(
                        Optional.empty(), "p.A.f()", Optional.empty(), List.of(ONE), new Type.Void(), false, AT)))
                .singleElement()
                .asString()
                .contains("with 1 arguments");
    }

    @Test
    void jumpsLeaveSomething() {
        assertThat(verify(new Stmt.Break(Optional.empty(), AT)))
                .singleElement()
                .asString()
                .contains("leaves nothing");
        assertThat(verify(new Stmt.Continue(Optional.of("outer"), AT)))
                .singleElement()
                .asString()
                .contains("outside of a loop");
    }
}
