// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CTrees;
import vireo.generator.emit.c.tree.Negation;

/** Conditions without the sides that a {@code true} or {@code false} settles. Their operands have no effects. */
final class Logic {
    private Logic() {}

    static CExpr constant(boolean value) {
        return new CExpr.Symbol(value ? "true" : "false");
    }

    /** What the condition always is, where that is known. */
    static Optional<Boolean> outcome(CExpr condition) {
        if (CTrees.isTrue(condition)) {
            return Optional.of(true);
        }
        return condition.equals(constant(false)) ? Optional.of(false) : Optional.empty();
    }

    static CExpr and(CExpr left, CExpr right) {
        return joined("&&", true, left, right);
    }

    static CExpr or(CExpr left, CExpr right) {
        return joined("||", false, left, right);
    }

    /** {@code neutral} is the outcome of one side that leaves the other to decide. */
    private static CExpr joined(String operator, boolean neutral, CExpr left, CExpr right) {
        if (outcome(left).isPresent()) {
            return outcome(left).get() == neutral ? right : left;
        }
        if (outcome(right).isPresent()) {
            return outcome(right).get() == neutral ? left : right;
        }
        return new CExpr.Binary(operator, left, right);
    }

    /** Equality of booleans. */
    static CExpr same(CExpr left, CExpr right, boolean equal) {
        if (outcome(right).isPresent()) {
            return outcome(right).get() == equal ? left : Negation.of(left);
        }
        if (outcome(left).isPresent()) {
            return outcome(left).get() == equal ? right : Negation.of(right);
        }
        return new CExpr.Binary(equal ? "==" : "!=", left, right);
    }
}
