// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** What each kind of statement leaves its result in, and the statements inside it. */
final class Effects {
    private Effects() {}

    static Optional<Local> result(Stmt s) {
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
        if (s instanceof Stmt.Bind b) {
            return Optional.of(b.result());
        }
        if (s instanceof Stmt.ReadByte r) {
            return Optional.of(r.result());
        }
        return s instanceof Stmt.Format f ? Optional.of(f.result()) : Optional.empty();
    }

    static List<List<Stmt>> nested(Stmt s) {
        if (s instanceof Stmt.Block b) {
            return List.of(b.body());
        }
        if (s instanceof Stmt.If i) {
            return List.of(i.then(), i.otherwise());
        }
        if (s instanceof Stmt.Loop l) {
            return List.of(l.header(), l.body(), l.update());
        }
        if (s instanceof Stmt.Switch w) {
            List<List<Stmt>> bodies =
                    new ArrayList<>(w.cases().stream().map(Stmt.Case::body).toList());
            w.otherwise().ifPresent(bodies::add);
            return bodies;
        }
        if (s instanceof Stmt.Try t) {
            return List.of(t.body(), t.handler().orElse(List.of()), t.cleanup());
        }
        return List.of();
    }
}
