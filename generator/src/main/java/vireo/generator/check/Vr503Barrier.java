// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.Optional;
import vireo.generator.check.fact.FieldWrites;
import vireo.generator.check.fact.Need;
import vireo.generator.check.fact.Proofs;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.source.Span;

/**
 * Each side tells the other, in the single cells of its ring beside index and entries, whether it wants to be notified. A driver that
 * has published reads the device's only after a full barrier; one that has asked for interrupts looks at the device's index only
 * after a full barrier.
 */
final class Vr503Barrier implements Check {
    private final Program program;
    private final CallGraph calls;
    private final FieldWrites writes;
    private final Rings rings;

    Vr503Barrier(Program program, CallGraph calls, FieldWrites writes) {
        this.program = program;
        this.calls = calls;
        this.writes = writes;
        this.rings = new Rings(program);
    }

    @Override
    public String code() {
        return "VR503";
    }

    void run(Findings findings) {
        Fencing published = new Fencing(program, calls, writes, "publishing",
                statement -> statement instanceof Stmt.WriteCell write && write.order() == Stmt.Order.PUBLISH, this::readsSuppression);
        new Proofs(program, calls, writes, (method, places) -> published.rules(findings))
                .run((method, need, lost) -> findings.report(need.shown(told(need, lost))));
        Fencing asked = new Fencing(program, calls, writes, "asking", this::asks,
                statement -> statement instanceof Stmt.ReadCell read && read.order() == Stmt.Order.OBSERVE);
        new Proofs(program, calls, writes, (method, places) -> asked.rules(findings))
                .run((method, need, lost) -> findings.report(need.shown(asked(need, lost))));
    }

    private boolean readsSuppression(Stmt statement) {
        return statement instanceof Stmt.ReadCell read && rings.header(read.cell()).filter(Rings::isDeviceWritten).isPresent();
    }

    /** A store that may ask to be notified: anything but a constant that is not zero, which asks for silence. */
    private boolean asks(Stmt statement) {
        return statement instanceof Stmt.WriteCell write && rings.header(write.cell()).filter(Rings::isDriverWritten).isPresent()
                && !isSilence(write.value());
    }

    private static boolean isSilence(Expr value) {
        if (value instanceof Expr.Convert convert) {
            return isSilence(convert.operand());
        }
        return value instanceof Expr.Const number && number.value().signum() != 0
                || value instanceof Expr.NamedConst named && named.value().signum() != 0;
    }

    private Diagnostic told(Need need, Optional<Span> lost) {
        return with(need, lost, "published here", Diagnostic.of(code(), need.span(),
                "The device's wish not to be notified may be read before what was published is visible.",
                "The device clears it and then looks at the index once more: without a full barrier both sides may miss each other's news,"
                        + " and the request waits for ever.",
                "Write 'Fence.full();' between publishing and this read, on every path."));
    }

    private Diagnostic asked(Need need, Optional<Span> lost) {
        return with(need, lost, "asked for here", Diagnostic.of(code(), need.span(),
                "The device's index may be read before the device can see that the driver wants to be notified.",
                "The device adds an entry and sees that nobody wants to know, while the driver sees no entry: the driver sleeps on it.",
                "Write 'Fence.full();' between asking to be notified and this look at the index, on every path."));
    }

    private static Diagnostic with(Need need, Optional<Span> lost, String what, Diagnostic diagnostic) {
        Diagnostic full = lost.isPresent() ? diagnostic.with(new Diagnostic.Label(lost.get(), what)) : diagnostic;
        for (Span call : need.calls()) {
            full = full.with(new Diagnostic.Label(call, "called here, without a barrier before"));
        }
        return full;
    }
}
