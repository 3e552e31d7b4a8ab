// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.ArrayList;
import java.util.List;
import vireo.generator.check.milestone.Meanings;
import vireo.generator.check.milestone.Milestones;
import vireo.generator.check.milestone.NamedFeatures;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.Statements;
import vireo.generator.ir.Expr;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Stmt;

/** Accepted are features that the device offers and the driver names, each with those that it needs. */
final class Vr703Features implements ProtocolCheck {
    private static final String UNNAMED = "Features are accepted that the driver does not name.";
    private static final String WHY = "A feature changes what both sides do: who accepts one without doing its part reads and writes"
            + " another layout than the device.";

    @Override
    public String code() {
        return "VR703";
    }

    @Override
    public void run(Milestones milestones, Findings findings) {
        NamedFeatures named = new NamedFeatures(milestones);
        for (MethodDecl method : milestones.calls().methods()) {
            method.body().ifPresent(body -> Statements.walk(body, statement -> {
                if (statement instanceof Stmt.Call call && milestones.meanings().of(call).accepts()) {
                    call.arguments().forEach(mask -> accepted(call, mask, method, milestones.meanings(), named, findings));
                }
            }));
        }
    }

    private void accepted(Stmt.Call call, Expr mask, MethodDecl method, Meanings meanings, NamedFeatures named, Findings findings) {
        List<Expr> factors = new ArrayList<>();
        factors(mask, method, meanings, factors);
        boolean offered = factors.removeIf(f -> isOffered(f, call, method, meanings));
        if (!offered) {
            refuse(mask, "Features are accepted that the device may not have offered.", findings);
            return;
        }
        // One factor that names features is enough: the others only take some away.
        List<NamedFeatures.Fault> least = null;
        for (Expr factor : factors) {
            List<NamedFeatures.Fault> faults = named.faults(method, factor);
            least = least == null || faults.size() < least.size() ? faults : least;
        }
        if (least == null) {
            refuse(mask, UNNAMED, findings);
        } else if (least.isEmpty()) {
            findings.proved("features", mask);
        } else {
            least.forEach(fault -> report(fault, mask, findings));
        }
    }

    private void report(NamedFeatures.Fault fault, Expr mask, Findings findings) {
        Expr at = fault.at().orElse(mask);
        if (fault.missing().isEmpty()) {
            refuse(at, UNNAMED, findings);
        } else {
            findings.report(Diagnostic.of(code(), at.span(), fault.missing().get() + ".",
                    "The device may refuse the choice, or take both sides to mean what they did not agree on.",
                    "Accept both, or neither.").with(new Diagnostic.Label(mask.span(), "accepted here")));
        }
    }

    private void refuse(Expr at, String what, Findings findings) {
        findings.report(Diagnostic.of(code(), at.span(), what, WHY, "Accept 'offered & implemented': what the device offers, and of that"
                + " what the driver implements, each feature by its number: '1L << FIRST | 1L << SECOND'."));
    }

    /** What the same device offers. */
    private static boolean isOffered(Expr e, Stmt.Call accepting, MethodDecl method, Meanings meanings) {
        return e instanceof Expr.Get get && meanings.definition(method, get.local()).orElse(null) instanceof Stmt.Call call
                && meanings.of(call).offers() && call.receiver().map(meanings.places(method)::of)
                        .equals(accepting.receiver().map(meanings.places(method)::of));
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
}
