// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** The one constant that several expressions are. */
final class OneValue {
    private OneValue() {}

    /** In the author's words; empty where one of them is no constant, or they differ, or there is none. */
    static Optional<String> of(List<Expr> expressions) {
        List<Optional<String>> values = expressions.stream().map(OneValue::constant).distinct().toList();
        return values.size() == 1 ? values.get(0) : Optional.empty();
    }

    /** Whether a new array is full of it. */
    static boolean isZero(String constant) {
        return constant.equals("0") || constant.equals("false") || constant.equals("null");
    }

    private static Optional<String> constant(Expr e) {
        if (e instanceof Expr.Convert convert && convert.kind() != Expr.Conversion.SWAP) {
            return constant(convert.operand());
        }
        if (e instanceof Expr.Const number) {
            return Optional.of(number.value().toString());
        }
        if (e instanceof Expr.NamedConst named) {
            BigInteger value = named.value();
            boolean truth = named.type() instanceof Type.Bool;
            return Optional.of(truth ? String.valueOf(value.signum() != 0) : value.toString());
        }
        if (e instanceof Expr.BoolConst truth) {
            return Optional.of(String.valueOf(truth.value()));
        }
        if (e instanceof Expr.EnumConst constant) {
            return Optional.of(constant.name());
        }
        return e instanceof Expr.NullConst ? Optional.of("null") : Optional.empty();
    }
}
