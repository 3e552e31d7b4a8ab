// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Stmt;

/** What a statement reads and assigns itself, without the statements inside it. */
final class StatementOperands {
    private StatementOperands() {}

    /** The expressions that the statement evaluates, in order. */
    static List<Expr> of(Stmt s) {
        List<Expr> operands = new ArrayList<>();
        if (s instanceof Stmt.Declare d) {
            d.value().ifPresent(operands::add);
        } else if (s instanceof Stmt.Assign a) {
            operands.add(a.value());
        } else if (s instanceof Stmt.SetField f) {
            operands.addAll(List.of(f.object(), f.value()));
        } else if (s instanceof Stmt.SetElement x) {
            operands.addAll(List.of(x.array(), x.index(), x.value()));
        } else if (s instanceof Stmt.Call c) {
            c.receiver().ifPresent(operands::add);
            operands.addAll(c.arguments());
        } else if (s instanceof Stmt.ForeignCall c) {
            c.receiver().ifPresent(operands::add);
            operands.addAll(c.arguments());
        } else if (s instanceof Stmt.New n) {
            operands.addAll(n.arguments());
        } else if (s instanceof Stmt.Embed n) {
            operands.addAll(n.arguments());
        } else if (s instanceof Stmt.ReadRegister r) {
            operands.add(r.register());
        } else if (s instanceof Stmt.WriteRegister w) {
            operands.addAll(List.of(w.register(), w.value()));
        } else if (s instanceof Stmt.ReadCell r) {
            operands.add(r.cell());
        } else if (s instanceof Stmt.WriteCell w) {
            operands.addAll(List.of(w.cell(), w.value()));
        } else if (s instanceof Stmt.Bind b) {
            operands.addAll(List.of(b.source(), b.offset()));
            b.count().ifPresent(operands::add);
        } else if (s instanceof Stmt.Slice c) {
            operands.addAll(List.of(c.bytes(), c.offset(), c.length()));
        } else if (s instanceof Stmt.CopyBytes c) {
            operands.addAll(List.of(c.dma(), c.dmaOffset()));
            c.array().ifPresent(operands::add);
            c.arrayOffset().ifPresent(operands::add);
            operands.add(c.length());
        } else if (s instanceof Stmt.ReadByte r) {
            operands.addAll(List.of(r.bytes(), r.index()));
        } else if (s instanceof Stmt.WriteByte w) {
            operands.addAll(List.of(w.bytes(), w.index(), w.value()));
        } else if (s instanceof Stmt.Log l) {
            operands.addAll(l.arguments());
        } else if (s instanceof Stmt.Format f) {
            operands.addAll(f.arguments());
        } else if (s instanceof Stmt.If i) {
            operands.add(i.condition());
        } else if (s instanceof Stmt.Loop l) {
            operands.add(l.condition());
        } else if (s instanceof Stmt.Switch w) {
            operands.add(w.subject());
        } else if (s instanceof Stmt.Return r) {
            r.value().ifPresent(operands::add);
        } else if (s instanceof Stmt.Throw t) {
            operands.add(t.errno());
        } else if (s instanceof Stmt.Leak l) {
            operands.add(l.value());
        }
        return operands;
    }

    /** The local, or the object's own field, that has a value after the statement. */
    static Optional<Object> assigned(Stmt s) {
        if (s instanceof Stmt.Assign a) {
            return Optional.of(a.local());
        }
        if (s instanceof Stmt.SetField f) {
            return f.object() instanceof Expr.This ? Optional.of(f.field()) : Optional.empty();
        }
        if (s instanceof Stmt.Embed n) {
            return Optional.of(n.field());
        }
        return s.effectResult().map(local -> local);
    }
}
