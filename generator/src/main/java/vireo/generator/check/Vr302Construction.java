// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
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
 * enum or an empty record in C, and null in Java.
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
                elements(owner, program, findings);
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
                missing.stream().filter(Vr302Construction::isLeftToThisCheck).forEach(f -> report(f, f.span(),
                        "The constructor does not store the field '" + f.name() + "' on every path.", findings));
            } else {
                node.condition().ifPresent(e -> read(e, missing, findings));
                if (node.kind() == Node.Kind.STATEMENT) {
                    Stmt statement = node.statement().orElseThrow();
                    Statements.expressions(statement).forEach(e -> read(e, missing, findings));
                    called(statement, progress, missing, construction, findings);
                }
            }
        }
    }

    private void read(Expr e, List<FieldDecl> missing, Findings findings) {
        if (e instanceof Expr.Field field && field.object() instanceof Expr.This && missing.contains(field.field())) {
            report(field.field(), e.span(),
                    "The field '" + field.field().name() + "' is read before the constructor has stored it.", findings);
        }
        Expressions.operands(e).forEach(operand -> read(operand, missing, findings));
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

    /** Fields of numbers and references have checks of their own at the end, and javac knows the final ones. */
    private static boolean isLeftToThisCheck(FieldDecl field) {
        return !field.isFinal() && !(field.type() instanceof Type.Int) && !Vr307Null.isReference(field.type());
    }

    /** Whether zero, false or null is no value that the type allows. */
    private static boolean isDemanding(Type type) {
        if (type instanceof Type.Int number) {
            return !number.range().contains(BigInteger.ZERO) || !number.bounds().isEmpty();
        }
        if (Vr307Null.isReference(type)) {
            return !Vr307Null.nullable(type);
        }
        return !(type instanceof Type.Bool) && !(type instanceof Type.Array array && array.fixed().isPresent());
    }

    /** The elements of a new array of records are all zeros in C. */
    private void elements(TypeDecl.ClassDecl owner, Program program, Findings findings) {
        for (FieldDecl field : owner.fields()) {
            if (field.type() instanceof Type.Array array && array.fixed().isPresent() && array.element() instanceof Type.Value value
                    && !mayBeZero(value, program)) {
                findings.report(Diagnostic.of(code(), field.span(),
                        "The elements of '" + field.name() + "' are zero at first, which the components of the record do not allow.",
                        "What relies on the components' declarations would be wrong until the first store.",
                        "Let the components be zero, or keep their parts in arrays of their own."));
            }
        }
    }

    private static boolean mayBeZero(Type.Value value, Program program) {
        if (!(program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record)) {
            return true;
        }
        for (FieldDecl component : record.components()) {
            Type type = component.type();
            boolean fits = type instanceof Type.Int number
                    ? number.range().contains(BigInteger.ZERO) && number.bounds().stream().noneMatch(Type.Bound::strict)
                    : type instanceof Type.Value inner
                            ? mayBeZero(inner, program)
                            : !Vr307Null.isReference(type) || Vr307Null.nullable(type);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
