// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Local;
import vireo.generator.ir.Stmt;

/** Tells the switches that lowering made of switch expressions: every case ends by giving the same variable its value, or leaves. */
final class SwitchCoverage {
    private SwitchCoverage() {}

    static boolean coversByAssigning(Stmt.Switch w) {
        Optional<Local> result = Optional.empty();
        for (Stmt.Case one : w.cases()) {
            Optional<Stmt> last = last(one.body());
            if (last.isPresent() && (last.get() instanceof Stmt.Throw || last.get() instanceof Stmt.Return)) {
                continue;
            }
            if (last.isEmpty() || !(last.get() instanceof Stmt.Assign assign)) {
                return false;
            }
            if (result.isPresent() && !result.get().equals(assign.local())) {
                return false;
            }
            result = Optional.of(assign.local());
        }
        return result.filter(l -> l.kind() == Local.Kind.TEMPORARY).isPresent();
    }

    private static Optional<Stmt> last(List<Stmt> body) {
        return body.isEmpty() ? Optional.empty() : Optional.of(body.get(body.size() - 1));
    }
}
