// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Stmt;

/**
 * Registers are accessed as their mode allows. The component's type already keeps javac from most; what is left is the
 * read-modify-write of a register in which writing a one clears.
 */
final class Vr202AccessMode implements ProgramCheck {
    @Override
    public String code() {
        return "VR202";
    }

    /** Which registers the value of a local comes from: taken as it was or a part of it, and changed in another way. */
    private record Origins(Map<Local, Set<RegisterDecl>> all, Map<Local, Set<RegisterDecl>> changed) {
        Set<RegisterDecl> of(Expr e) {
            return of(e, all);
        }

        Set<RegisterDecl> changedIn(Expr e) {
            return selects(e) ? of(e, changed) : of(e, all);
        }

        private static Set<RegisterDecl> of(Expr e, Map<Local, Set<RegisterDecl>> origins) {
            if (e instanceof Expr.Get get) {
                return origins.getOrDefault(get.local(), Set.of());
            }
            Set<RegisterDecl> found = new HashSet<>();
            for (Expr operand : Expressions.operands(e)) {
                found.addAll(of(operand, origins));
            }
            return found;
        }

        private static boolean add(Map<Local, Set<RegisterDecl>> origins, Local local, Set<RegisterDecl> registers) {
            return !registers.isEmpty() && origins.computeIfAbsent(local, l -> new HashSet<>()).addAll(registers);
        }
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        for (MethodDecl method : calls.methods()) {
            method.body().ifPresent(body -> {
                Origins origins = new Origins(new HashMap<>(), new HashMap<>());
                boolean[] grew = {true};
                while (grew[0]) {
                    grew[0] = false;
                    Statements.walk(body, s -> grew[0] |= remember(s, origins));
                }
                Statements.walk(body, s -> visit(s, origins, findings));
            });
        }
    }

    /** Notes where a local's value comes from; gives whether that was new. */
    private static boolean remember(Stmt statement, Origins origins) {
        if (statement instanceof Stmt.ReadRegister read && read.register() instanceof Expr.RegisterRef ref
                && ref.register().access() == RegisterDecl.Access.WRITE_ONE_TO_CLEAR) {
            return Origins.add(origins.all(), read.result(), Set.of(ref.register()));
        }
        Expr value = statement instanceof Stmt.Assign assign ? assign.value()
                : statement instanceof Stmt.Declare declare ? declare.value().orElse(null) : null;
        if (value == null) {
            return false;
        }
        Local local = Statements.assigned(statement).orElseThrow();
        boolean grew = Origins.add(origins.all(), local, origins.of(value));
        return Origins.add(origins.changed(), local, origins.changedIn(value)) || grew;
    }

    private void visit(Stmt statement, Origins origins, Findings findings) {
        if (!(statement instanceof Stmt.WriteRegister write) || !(write.register() instanceof Expr.RegisterRef ref)) {
            return;
        }
        RegisterDecl register = ref.register();
        switch (register.access()) {
            case READ_ONLY, READ_SIDE_EFFECT -> findings.report(Diagnostic.of(code(), statement.span(),
                    "The register '" + register.name() + "' may be read only.", "The device ignores the write, or takes it for another one.",
                    "Write the register that the specification names for this."));
            case WRITE_ONE_TO_CLEAR -> {
                if (origins.changedIn(write.value()).contains(register)) {
                    findings.report(Diagnostic.of(code(), write.value().span(),
                            "'" + Phrases.source(write.value()) + "' is written back to '" + register.name()
                                    + "', where writing a one clears a bit.",
                            "Each bit that was read as one is acknowledged too, so that an event nobody handled is lost.",
                            "Acknowledge exactly the bits that were handled: the value that was read, or that value & a mask."));
                } else {
                    findings.proved("access modes", statement);
                }
            }
            default -> findings.proved("access modes", statement);
        }
    }

    /** The value as read, or a part of it. */
    private static boolean selects(Expr e) {
        if (e instanceof Expr.Convert convert) {
            return selects(convert.operand());
        }
        if (e instanceof Expr.Binary binary && binary.op() == Expr.BinaryOp.BIT_AND) {
            return (selects(binary.left()) || isMask(binary.left())) && (selects(binary.right()) || isMask(binary.right()));
        }
        return e instanceof Expr.Get;
    }

    private static boolean isMask(Expr e) {
        if (e instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.COMPLEMENT) {
            return isMask(unary.operand());
        }
        return e instanceof Expr.Const || e instanceof Expr.NamedConst || e instanceof Expr.Get || e instanceof Expr.Field;
    }
}
