// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vireo.generator.check.milestone.Duties;
import vireo.generator.check.milestone.Milestone;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.TypeDecl;

/** What exists only with a feature is used only where the feature is known to be negotiated. */
final class Vr704Feature implements ProtocolCheck {
    @Override
    public String code() {
        return "VR704";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        ProtocolCheck.prove(milestones, findings, "features", (method, statement) -> duties(milestones, statement),
                duty -> Diagnostic.of(code(), duty.at(), duty.what() + " is used where feature "
                                + duty.milestone().kind().substring(duty.milestone().kind().indexOf(' ') + 1) + " is not known to be negotiated.",
                        "Without the feature the device has something else there, or nothing: the driver reads rubbish, or asks for what"
                                + " the device does not understand.",
                        "Ask before: 'if (negotiated.has(FEATURE))', or a boolean field or parameter that was made from the answer."));
    }

    private static List<Duties.Duty> duties(Milestones milestones, Stmt statement) {
        List<Duties.Duty> duties = new ArrayList<>();
        OptionalInt called = milestones.meanings().of(statement).feature();
        called.ifPresent(n -> duties.add(duty(n, statement.span(), "The method")));
        Statements.expressions(statement).forEach(e -> uses(e, milestones.calls().program(), duties));
        return duties;
    }

    private static Duties.Duty duty(int feature, vireo.generator.source.Span at, String what) {
        return new Duties.Duty(Milestone.feature(feature), at, what, List.of());
    }

    private static void uses(Expr e, Program program, List<Duties.Duty> duties) {
        if (e instanceof Expr.RegisterRef ref) {
            ref.register().feature().ifPresent(n -> duties.add(duty(n, ref.span(), "'" + ref.register().name() + "'")));
        } else if (e instanceof Expr.NamedConst constant) {
            feature(constant, program).ifPresent(n -> duties.add(duty(n, constant.span(), "'" + constant.name() + "'")));
        }
        Expressions.operands(e).forEach(inner -> uses(inner, program, duties));
    }

    private static OptionalInt feature(Expr.NamedConst constant, Program program) {
        TypeDecl owner = program.type(constant.owner()).orElse(null);
        List<TypeDecl.ConstantDecl> constants = owner instanceof TypeDecl.ClassDecl c ? c.constants()
                : owner instanceof TypeDecl.RecordDecl r ? r.constants()
                : owner instanceof TypeDecl.InterfaceDecl i ? i.constants()
                : owner instanceof TypeDecl.BlockDecl b ? b.constants()
                : owner instanceof vireo.generator.ir.DmaDecl d ? d.constants() : List.of();
        return constants.stream().filter(c -> c.name().equals(constant.name())).findFirst()
                .map(TypeDecl.ConstantDecl::feature).orElse(OptionalInt.empty());
    }
}
