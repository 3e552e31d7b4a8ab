// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.check.fact.Places;
import vireo.generator.check.fact.Place;
import vireo.generator.check.milestone.Duties;
import vireo.generator.check.milestone.MilestoneRules;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Memory that an object keeps for a device goes back only when no device uses memory any more. */
final class Vr405DeviceMemory implements ProtocolCheck {
    private static final String DMA_MEMORY = "struct vireo_dma_memory";

    @Override
    public String code() {
        return "VR405";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        if (!ProtocolCheck.isExposing(milestones)) {
            return;
        }
        Program program = milestones.calls().program();
        ProtocolCheck.prove(milestones, findings, "device memory", (method, statement) -> duties(program, method, statement),
                duty -> Diagnostic.of(code(), duty.at(), duty.what() + " goes back while a device may still use it.",
                        "The next owner of the memory finds the device writing to it, in the middle of whatever it keeps there.",
                        "Stop the device before, on every path: call a method that is marked @Quiesces."));
    }

    private static List<Duties.Duty> duties(Program program, MethodDecl method, Stmt statement) {
        boolean ofObject = method.kind() != MethodDecl.Kind.STATIC
                && program.type(method.owner()).orElse(null) instanceof TypeDecl.ClassDecl;
        List<Duties.Duty> duties = new ArrayList<>();
        if (ofObject) {
            Places places = new Places(method);
            for (Expr moved : moved(program, statement)) {
                if (holdsMemory(program, moved.type()) && places.of(moved).has(Place::isSelf)) {
                    duties.add(new Duties.Duty(MilestoneRules.QUIET, statement.span(), "'" + Phrases.source(moved) + "'", List.of()));
                }
            }
        }
        return duties;
    }

    private static List<Expr> moved(Program program, Stmt statement) {
        List<Expr> moved = new ArrayList<>();
        if (statement instanceof Stmt.ForeignCall call) {
            call.function().moved().forEach(i -> moved.add(call.arguments().get(i)));
        } else if (statement instanceof Stmt.Call call) {
            MethodDecl callee = program.method(CallGraph.target(call).orElseThrow()).orElseThrow();
            for (int i = 0; i < call.arguments().size(); i++) {
                if (callee.parameters().get(i).kind() == Local.Kind.MOVED_PARAMETER) {
                    moved.add(call.arguments().get(i));
                }
            }
        }
        return moved;
    }

    private static boolean holdsMemory(Program program, Type type) {
        if (type instanceof Type.Foreign foreign) {
            return foreign.cType().equals(DMA_MEMORY);
        }
        return type instanceof Type.Value value && program.type(value.name()).orElse(null) instanceof TypeDecl.RecordDecl record
                && record.components().stream().anyMatch(c -> holdsMemory(program, c.type()));
    }
}
