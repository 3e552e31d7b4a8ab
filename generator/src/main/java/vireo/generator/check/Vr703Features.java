// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.check.milestone.Meanings;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Expressions;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Accepted are features that the device offers and the driver names. */
final class Vr703Features implements ProtocolCheck {
    @Override
    public String code() {
        return "VR703";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        Meanings meanings = milestones.meanings();
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                if (statement instanceof Stmt.Call call && meanings.of(call).accepts()) {
                    call.arguments().forEach(mask -> accepted(mask, method, meanings, findings));
                }
            }));
        }
    }

    private void accepted(Expr mask, MethodDecl method, Meanings meanings, Findings findings) {
        List<Expr> factors = new ArrayList<>();
        factors(meanings.seen(method, mask), method, meanings, factors);
        boolean offered = factors.stream().anyMatch(f -> isOffered(f, method, meanings));
        boolean implemented = factors.stream().anyMatch(f -> isNamed(f, method, meanings));
        if (offered && implemented) {
            findings.proved("features", mask);
            return;
        }
        findings.report(Diagnostic.of(code(), mask.span(), offered
                        ? "Features are accepted that the driver does not name."
                        : "Features are accepted that the device may not have offered.",
                "A feature changes what both sides do: who accepts one without doing its part reads and writes another layout than the"
                        + " device.",
                "Accept 'offered & implemented': what the device offers, and of that what the driver implements."));
    }

    /** The operands of a chain of bitwise ands. */
    private static void factors(Expr e, MethodDecl method, Meanings meanings, List<Expr> found) {
        Expr seen = meanings.seen(method, e);
        if (seen instanceof Expr.Binary and && and.op() == Expr.BinaryOp.BIT_AND) {
            factors(and.left(), method, meanings, found);
            factors(and.right(), method, meanings, found);
        } else {
            found.add(seen);
        }
    }

    private static boolean isOffered(Expr e, MethodDecl method, Meanings meanings) {
        return meanings.call(method, e).filter(p -> p.offers()).isPresent();
    }

    /** Made of constants and of what callers pass. */
    private static boolean isNamed(Expr e, MethodDecl method, Meanings meanings) {
        Expr seen = meanings.seen(method, e);
        if (seen instanceof Expr.Const || seen instanceof Expr.NamedConst) {
            return true;
        }
        if (seen instanceof Expr.Get get) {
            return get.local().kind() == Local.Kind.PARAMETER || decided(get.local(), method, meanings);
        }
        return seen instanceof Expr.Binary or && or.op() == Expr.BinaryOp.BIT_OR
                        && isNamed(or.left(), method, meanings) && isNamed(or.right(), method, meanings)
                || seen instanceof Expr.Conditional choice && isNamed(choice.yes(), method, meanings) && isNamed(choice.no(), method, meanings);
    }

    /** A variable that is a name of constants or parameters, whichever way it was set. */
    private static boolean decided(Local local, MethodDecl method, Meanings meanings) {
        List<Expr> values = new ArrayList<>();
        boolean[] other = {false};
        method.body().ifPresent(body -> Statements.walk(body, s -> {
            if (Statements.assigned(s).filter(local::equals).isPresent()) {
                if (s instanceof Stmt.Declare d) {
                    d.value().ifPresent(values::add);
                } else if (s instanceof Stmt.Assign a) {
                    values.add(a.value());
                } else {
                    other[0] = true;
                }
            }
        }));
        boolean itself = values.stream().anyMatch(v -> mentions(v, local));
        return !other[0] && !values.isEmpty() && !itself && values.stream().allMatch(v -> isNamed(v, method, meanings));
    }

    private static boolean mentions(Expr e, Local local) {
        return e instanceof Expr.Get get && get.local().equals(local)
                || Expressions.operands(e).stream().anyMatch(o -> mentions(o, local));
    }
}
