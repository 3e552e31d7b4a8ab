// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Solution;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/**
 * Every field gets its first value by a statement, on every path of the constructor. The elements of a new array are zero until they are
 * stored: {@code new int[8]} says so.
 */
final class Vr115FirstValue implements ProgramCheck {
    @Override
    public String code() {
        return "VR115";
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (TypeDecl type : program.types()) {
            if (type instanceof TypeDecl.ClassDecl owner) {
                owner.methods().stream().filter(m -> m.kind() == MethodDecl.Kind.CONSTRUCTOR && m.body().isPresent())
                        .forEach(constructor -> check(owner, constructor, program, findings));
            }
        }
    }

    private void check(TypeDecl.ClassDecl owner, MethodDecl constructor, Program program, Findings findings) {
        Solution<Construction.Progress> solution = Construction.of(constructor, program);
        Optional<Construction.Progress> end = solution.before(solution.cfg().exit());
        if (end.isEmpty()) {
            return; // It always throws: there is no object.
        }
        for (FieldDecl field : owner.fields()) {
            // javac makes sure of final fields.
            boolean checked = !field.isFinal() && !(field.type() instanceof Type.Array array && array.fixed().isPresent());
            if (checked && !end.get().stored().contains(field)) {
                report(field, constructor, findings);
            } else if (checked) {
                findings.proved("first values", field);
            }
        }
    }

    private void report(FieldDecl field, MethodDecl constructor, Findings findings) {
        boolean sometimes = stores(constructor).contains(field);
        String what = sometimes
                ? "The constructor gives the field '" + field.name() + "' a value on some paths only."
                : "The field '" + field.name() + "' has no first value.";
        findings.report(Diagnostic.of(code(), field.span(), what,
                "What nobody chose is zero here and may be anything elsewhere, and a lost assignment looks just like it.",
                "Write the value where the field is declared, or store it on every path of the constructor: " + zero(field.type()) + " too.")
                .with(new Diagnostic.Label(constructor.span(), "this constructor ends without it")));
    }

    private static Set<FieldDecl> stores(MethodDecl constructor) {
        Set<FieldDecl> found = new java.util.HashSet<>();
        Statements.walk(constructor.body().orElseThrow(), statement -> {
            if (statement instanceof Stmt.SetField store && store.object() instanceof Expr.This) {
                found.add(store.field());
            }
        });
        return found;
    }

    private static String zero(Type type) {
        if (type instanceof Type.Bool) {
            return "false";
        }
        return type instanceof Type.Int ? "0" : "null";
    }
}
