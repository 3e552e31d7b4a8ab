// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.Optional;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** The local that receives what an effect yields, and what to call it where the author gave it no name. */
final class EffectResult {
    private EffectResult() {}

    static Optional<Local> of(Stmt s) {
        if (s instanceof Stmt.Call c) {
            return c.result();
        }
        if (s instanceof Stmt.ForeignCall c) {
            return c.result();
        }
        if (s instanceof Stmt.New n) {
            return Optional.of(n.result());
        }
        if (s instanceof Stmt.ReadRegister r) {
            return Optional.of(r.result());
        }
        if (s instanceof Stmt.ReadCell r) {
            return Optional.of(r.result());
        }
        if (s instanceof Stmt.ReadByte r) {
            return Optional.of(r.result());
        }
        if (s instanceof Stmt.Bind b) {
            return Optional.of(b.result());
        }
        return s instanceof Stmt.Format f ? Optional.of(f.result()) : Optional.empty();
    }

    /** A name for a temporary. */
    static String name(Stmt effect) {
        if (effect instanceof Stmt.ReadRegister r && r.register() instanceof Expr.RegisterRef ref) {
            return CNames.variable(ref.register().name());
        }
        if (effect instanceof Stmt.ReadCell r && r.cell() instanceof Expr.DmaField f) {
            return CNames.variable(f.field().name());
        }
        if (effect instanceof Stmt.Call c) {
            return word(c.method().substring(0, c.method().indexOf('(') < 0 ? c.method().length() : c.method().indexOf('(')));
        }
        if (effect instanceof Stmt.New n) {
            String type = n.result().type() instanceof vireo.generator.ir.Type.Object o ? o.name() : "object";
            return CNames.receiver(type);
        }
        if (effect instanceof Stmt.ForeignCall c) {
            return CNames.variable(word(c.function().javaName()));
        }
        return effect instanceof Stmt.ReadByte ? "byte" : "value";
    }

    private static String word(String qualified) {
        return CNames.variable(qualified.substring(qualified.lastIndexOf('.') + 1));
    }
}
