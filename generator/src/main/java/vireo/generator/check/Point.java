// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.List;
import java.util.Optional;
import vireo.generator.flow.value.Linear;
import vireo.generator.flow.value.MethodValues;
import vireo.generator.flow.value.State;
import vireo.generator.flow.value.Value;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Type;

/** A place in a method together with what is known there. */
record Point(Program program, MethodValues values, State state, Findings findings) {

    MethodDecl method() {
        return values.cfg().method();
    }

    Point with(State refined) {
        return refined == state ? this : new Point(program, values, refined, findings);
    }

    Value value(Expr e) {
        return values.value(state, e);
    }

    /** The mathematical result, before it is cut to what the type carries. */
    Value exact(Expr e) {
        return values.exact(state, e);
    }

    boolean within(Expr e, Interval range) {
        return values.within(state, e, range);
    }

    boolean below(Expr e, Linear limit) {
        return values.below(state, e, limit);
    }

    boolean atMost(Expr e, Linear limit) {
        return values.atMost(state, e, limit);
    }

    Optional<Linear> linear(Expr e) {
        return values.terms().linear(e);
    }

    Optional<Linear> length(Expr of) {
        return values.terms().length(of);
    }

    Type typeOf(Expr e) {
        return values.terms().typeOf(e);
    }

    /** What is known that bears on the expressions, for a failed proof to print. */
    List<String> facts(Expr... about) {
        return values.facts(state, List.of(about));
    }
}
