// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Somebody reads what a field holds, for more than to count it on. The components of a record are its caller's to read. */
final class Vr116Field implements ProgramCheck {
    @Override
    public String code() {
        return "VR116";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Set<FieldDecl> read = new HashSet<>();
        for (MethodDecl method : calls.methods()) {
            method.parameters().forEach(parameter -> terms(parameter.type(), read));
            terms(method.result(), read);
            method.body().ifPresent(body -> Statements.walk(body, statement -> statement(statement, read)));
        }
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner) {
                owner.fields().forEach(field -> terms(field.type(), read));
            } else if (type instanceof TypeDecl.RecordDecl owner) {
                owner.components().forEach(component -> terms(component.type(), read));
            }
        }
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner) {
                owner.fields().stream().filter(field -> !read.contains(field)).forEach(field -> report(field, findings));
            }
        }
    }

    private void report(FieldDecl field, Findings findings) {
        findings.report(Diagnostic.of(code(), field.span(), "The field '" + field.name() + "' is never read.",
                "What is kept and never looked at was meant for something: a record of a request, a state that should be tested, an object that should be given back.",
                "Read it where it matters, or delete it with all that stores to it."));
    }

    private static void statement(Stmt statement, Set<FieldDecl> read) {
        if (statement instanceof Stmt.SetField store) {
            within(store.object(), read);
            Set<FieldDecl> used = new HashSet<>();
            within(store.value(), used);
            // To add to a count is not to look at it.
            used.remove(store.field());
            read.addAll(used);
        } else if (statement instanceof Stmt.SetElement store && store.array() instanceof Expr.Field array) {
            List.of(array.object(), store.index(), store.value()).forEach(e -> within(e, read));
        } else {
            Statements.expressions(statement).forEach(e -> within(e, read));
        }
        if (statement instanceof Stmt.Declare declared) {
            terms(declared.local().type(), read);
        }
    }

    private static void within(Expr e, Set<FieldDecl> read) {
        if (e instanceof Expr.Field field) {
            read.add(field.field());
        }
        Expressions.operands(e).forEach(operand -> within(operand, read));
    }

    /** What a declared bound or length names is read by every proof that relies on it. */
    private static void terms(Type type, Set<FieldDecl> read) {
        if (type instanceof Type.Int number) {
            number.bounds().forEach(bound -> within(bound.term(), read));
        } else if (type instanceof Type.Array array) {
            terms(array.element(), read);
            array.length().ifPresent(length -> within(length, read));
        } else if (type instanceof Type.Dma dma) {
            dma.length().ifPresent(length -> within(length, read));
        } else if (type instanceof Type.DmaArray array) {
            array.length().ifPresent(length -> within(length, read));
        } else if (type instanceof Type.DmaBytes bytes) {
            bytes.length().ifPresent(length -> within(length, read));
        }
    }
}
