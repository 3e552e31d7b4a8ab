// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vireo.generator.check.milestone.Duties;
import vireo.generator.check.milestone.MilestoneRules;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Who gives up waiting for a device that it can stop has stopped it: the caller gets its buffer back. */
final class Vr406GivenUp implements ProtocolCheck {
    @Override
    public String code() {
        return "VR406";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        if (!ProtocolCheck.isExposing(milestones)) {
            return;
        }
        Program program = milestones.calls().program();
        Set<String> stopping = stopping(milestones, program);
        ProtocolCheck.prove(milestones, findings, "time-outs",
                (method, statement) -> statement instanceof Stmt.Throw thrown && isTimeout(thrown) && canStop(method, stopping, program)
                        ? List.of(new Duties.Duty(MilestoneRules.QUIET, statement.span(), "", List.of())) : List.of(),
                duty -> Diagnostic.of(code(), duty.at(), "The wait is given up, and the device may still use the buffer that it was lent.",
                        "The caller takes the buffer for its own again, and the device writes its late answer into it.",
                        "Stop the device before, by a method that is marked @Quiesces."));
    }

    private static boolean isTimeout(Stmt.Throw thrown) {
        return thrown.errno() instanceof Expr.ErrnoConst errno && errno.name().equals("ETIMEDOUT");
    }

    /** The types with a method that stops a device on every path. */
    private static Set<String> stopping(Milestones milestones, Program program) {
        return milestones.calls().methods().stream()
                .filter(m -> m.kind() == MethodDecl.Kind.INSTANCE && program.type(m.owner()).orElse(null) instanceof TypeDecl.ClassDecl)
                .filter(m -> milestones.reaches(m, MilestoneRules.QUIET) && !m.movesReceiver())
                .map(MethodDecl::owner)
                .collect(Collectors.toSet());
    }

    /** Whether one of the object's fields has such a method. */
    private static boolean canStop(MethodDecl method, Set<String> stopping, Program program) {
        return method.kind() == MethodDecl.Kind.INSTANCE
                && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl owner
                && owner.fields().stream().map(FieldDecl::type)
                        .anyMatch(t -> t instanceof Type.Object object && stopping.contains(object.name()));
    }
}
