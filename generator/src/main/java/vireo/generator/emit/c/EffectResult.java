// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.Optional;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** The local that receives what an effect yields. */
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
}
