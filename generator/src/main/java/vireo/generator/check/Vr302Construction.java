// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Node;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;

/**
 * Nobody sees a field before the constructor has stored it, where zero or null is not what the declaration allows: not the
 * constructor, not a method that it calls, not an object that it hands {@code this} to. Zero would also be the first constant of an
 * enum or an empty record in C, and null in Java. So it is for the elements of an array: only a loop over all of them fills it.
 */
final class Vr302Construction implements ProgramCheck {
    private static final String WHY = "It is zero or null until then, and what relies on its declaration would be wrong.";

    @Override
    public String code() {
        return "VR302";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Construction construction = new Construction(calls);
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner) {
                List<FieldDecl> demanding = owner.fields().stream().filter(f -> isDemanding(f.type())).toList();
                for (MethodDecl method : Program.methodsOf(owner)) {
                    if (method.kind() == MethodDecl.Kind.CONSTRUCTOR && method.body().isPresent() && !demanding.isEmpty()) {
                        follow(method, program, demanding, construction, findings);
                    }
                }
            }
        }
    }

    private void follow(MethodDecl constructor, Program program, List<FieldDecl> demanding, Construction construction,
            Findings findings) {
        Solution<Construction.Progress> solution = Construction.of(constructor, program);
        for (Node node : solution.cfg().reversePostOrder()) {
            Construction.Progress progress = solution.before(node).orElse(null);
            if (progress == null) {
                continue;
            }
            List<FieldDecl> missing = demanding.stream().filter(f -> !progress.stored().contains(f)).toList();
            if (node.kind() == Node.Kind.EXIT) {
                missing.stream().filter(Vr302Construction::isLeftToThisCheck).forEach(f -> unstored(f, findings));
            } else {
                node.condition().ifPresent(e -> read(e, missing, findings));
                if (node.kind() == Node.Kind.STATEMENT) {
                    Stmt statement = node.statement().orElseThrow();
                    Construction.read(statement).forEach(e -> read(e, missing, findings));
                    called(statement, progress, missing, construction, findings);
                }
            }
        }
    }

    private void unstored(FieldDecl field, Findings findings) {
        if (field.type() instanceof Type.Array array) {
            int length = array.fixed().orElseThrow();
            findings.report(Diagnostic.of(code(), field.span(),
                    "The constructor does not fill the array '" + field.name() + "' on every path.",
                    "Elements that nobody has stored are null in Java, and zero in C: the two would go different ways.",
                    "Fill it in the constructor: for (int i = 0; i < " + length + "; i++) { " + field.name() + "[i] = ...; }"));
            return;
        }
        report(field, field.span(), "The constructor does not store the field '" + field.name() + "' on every path.", findings);
    }

    private void read(Expr e, List<FieldDecl> missing, Findings findings) {
        if (e instanceof Expr.Field field && field.object() instanceof Expr.This && missing.contains(field.field())) {
            report(field.field(), e.span(), field.type() instanceof Type.Array
                    ? "The array '" + field.field().name() + "' is read before the constructor has filled it."
                    : "The field '" + field.field().name() + "' is read before the constructor has stored it.", findings);
        }
        Construction.parts(e).forEach(operand -> read(operand, missing, findings));
    }

    private void called(Stmt statement, Construction.Progress progress, List<FieldDecl> missing, Construction construction,
            Findings findings) {
        Optional<String> target = CallGraph.target(statement);
        if (target.isEmpty() || !progress.escaped() && !Construction.handsOver(statement)) {
            return;
        }
        missing.stream().filter(f -> construction.mayRead(target.get(), f)).findFirst().ifPresent(f -> report(f, statement.span(),
                "This call may read the field '" + f.name() + "' before the constructor has stored it.", findings));
    }

    private void report(FieldDecl field, Span at, String what, Findings findings) {
        String code = Vr307Null.isReference(field.type()) ? "VR307" : code();
        findings.report(Diagnostic.of(code, at, what, WHY, "Store the field first: on every path, and before anyone is called that reads it."));
    }

    /** Arrays, whose final field is set at once, their elements not. Fields of numbers and references have checks of their own at the end, and javac knows the final ones. */
    private static boolean isLeftToThisCheck(FieldDecl field) {
        return field.type() instanceof Type.Array
                || !field.isFinal() && !(field.type() instanceof Type.Int) && !Vr307Null.isReference(field.type());
    }

    /** Whether zero, false or null is no value that the type allows. */
    private static boolean isDemanding(Type type) {
        if (type instanceof Type.Int number) {
            return !number.range().contains(BigInteger.ZERO) || !number.bounds().isEmpty();
        }
        if (Vr307Null.isReference(type)) {
            return !Vr307Null.nullable(type);
        }
        if (type instanceof Type.Array array && array.fixed().isPresent()) {
            // Elements that are numbers start at zero in both languages, and references must be declared @Nullable.
            return !(array.element() instanceof Type.Int) && !Vr307Null.isReference(array.element()) && isDemanding(array.element());
        }
        return !(type instanceof Type.Bool);
    }
}
