// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.IdentityHashMap;
import java.util.Map;
import vireo.generator.flow.Values;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;

/** Remembers the interval of each expression on all paths that evaluate it, for the emitter. */
final class SeenValues implements PointCheck, Values {
    private final Map<Expr, Interval> intervals = new IdentityHashMap<>();

    @Override
    public String code() {
        return "";
    }

    @Override
    public void expression(Expr e, Point point) {
        if (e.type() instanceof Type.Int) {
            intervals.merge(e, point.value(e).range(), Interval::join);
        }
    }

    @Override
    public Interval intervalOf(Expr expression, Stmt at) {
        Interval seen = intervals.get(expression);
        if (!(expression.type() instanceof Type.Int type)) {
            return Interval.LONG;
        }
        if (seen == null || !type.range().contains(seen)) {
            return seen == null ? type.range() : overlap(type.range(), seen);
        }
        return seen;
    }

    private static Interval overlap(Interval declared, Interval seen) {
        boolean apart = declared.max().compareTo(seen.min()) < 0 || seen.max().compareTo(declared.min()) < 0;
        return apart ? declared : new Interval(declared.min().max(seen.min()), declared.max().min(seen.max()));
    }
}
