// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.util.function.Consumer;
import java.util.function.Function;
import vireo.generator.ir.Expr;

/**
 * The named rules by which facts follow from an operation itself. {@code generator/RULES.md} explains each; a test holds the two
 * together.
 */
public enum Rule {
    MASK("0 <= x & m <= m, where m >= 0") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.BIT_AND)) {
                operands(operation, value, limit);
            }
        }
    },
    REMAINDER("x % n <= n - 1 where n > 0, and x % n <= x where x >= 0") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.REM) || Terms.isExact(operation, Expr.BinaryOp.REM_U64)) {
                if (value.apply(operation.operand(1)).min().signum() > 0) {
                    limit.accept(operation.operand(1).plus(-1));
                }
                if (value.apply(operation.operand(0)).nonNegative()) {
                    limit.accept(operation.operand(0));
                }
            }
        }
    },
    QUOTIENT("x / n <= x, where x >= 0 and n >= 1") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            boolean quotient = Terms.isExact(operation, Expr.BinaryOp.DIV) || Terms.isExact(operation, Expr.BinaryOp.DIV_U64);
            if (quotient && value.apply(operation.operand(0)).nonNegative() && value.apply(operation.operand(1)).min().signum() > 0) {
                limit.accept(operation.operand(0));
            }
        }
    },
    SHIFT_RIGHT("x >> k <= x and x >>> k <= x, where x >= 0") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            boolean shift = Terms.isExact(operation, Expr.BinaryOp.SHIFT_RIGHT)
                    || Terms.isExact(operation, Expr.BinaryOp.SHIFT_RIGHT_LOGICAL);
            if (shift && value.apply(operation.operand(0)).nonNegative()) {
                limit.accept(operation.operand(0));
            }
        }
    },
    SUM("x + min(y) <= x + y <= x + max(y)") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.ADD)) {
                limit.accept(operation.operand(0).plus(value.apply(operation.operand(1)).max()));
                limit.accept(operation.operand(1).plus(value.apply(operation.operand(0)).max()));
            }
        }

        @Override
        void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.ADD)) {
                limit.accept(operation.operand(0).plus(value.apply(operation.operand(1)).min()));
                limit.accept(operation.operand(1).plus(value.apply(operation.operand(0)).min()));
            }
        }
    },
    DIFFERENCE("x - max(y) <= x - y <= x - min(y)") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.SUB)) {
                limit.accept(operation.operand(0).plus(value.apply(operation.operand(1)).min().negate()));
            }
        }

        @Override
        void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.SUB)) {
                limit.accept(operation.operand(0).plus(value.apply(operation.operand(1)).max().negate()));
            }
        }
    },
    PRODUCT("x <= x * y, where x >= 0 and y >= 1") {
        @Override
        void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.MUL)) {
                Linear x = operation.operand(0);
                Linear y = operation.operand(1);
                if (value.apply(x).nonNegative() && value.apply(y).min().signum() > 0) {
                    limit.accept(x);
                }
                if (value.apply(y).nonNegative() && value.apply(x).min().signum() > 0) {
                    limit.accept(y);
                }
            }
        }
    },
    UNION("x <= x | y, where x >= 0 and y >= 0") {
        @Override
        void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (Terms.isExact(operation, Expr.BinaryOp.BIT_OR)
                    && value.apply(operation.operand(0)).nonNegative()
                    && value.apply(operation.operand(1)).nonNegative()) {
                limit.accept(operation.operand(0));
                limit.accept(operation.operand(1));
            }
        }
    },
    ROUND_DOWN("x - (a - 1) <= x & ~(a - 1) <= x, where a is a constant power of two and x >= 0") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (isRounding(operation) && value.apply(operation.operand(0)).nonNegative()) {
                limit.accept(operation.operand(0));
            }
        }

        @Override
        void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (isRounding(operation) && value.apply(operation.operand(0)).nonNegative()) {
                // The mask is -a, so that mask + 1 is -(a - 1).
                limit.accept(operation.operand(0).plus(operation.operand(1).offset().add(java.math.BigInteger.ONE)));
            }
        }

        private boolean isRounding(Atom operation) {
            return Terms.isExact(operation, Expr.BinaryOp.BIT_AND)
                    && operation.operand(1).isNumber()
                    && operation.operand(1).offset().signum() < 0
                    && operation.operand(1).offset().negate().bitCount() == 1;
        }
    },
    TRUNCATED("the low bits of x are x where x fits them, and at most x where x >= 0") {
        @Override
        void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (operation.operation().orElse(null) instanceof Operation.Truncate
                    && value.apply(operation.operand(0)).nonNegative()) {
                limit.accept(operation.operand(0));
            }
        }

        @Override
        void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
            if (operation.operation().orElse(null) instanceof Operation.Truncate truncate) {
                Value x = value.apply(operation.operand(0));
                if (x.nonNegative() && x.max().bitLength() <= truncate.width()) {
                    limit.accept(operation.operand(0));
                }
            }
        }
    },
    TRANSPOSE("x <= y - z where x + z <= y, and x - z <= y where x <= y + z"),
    MONOTONE("x * k <= y * k, x / k <= y / k and x >> k <= y >> k where x <= y, for the same k >= 0 (k >= 1 for /)"),
    CHOICE("c ? x : y is at most n where x <= n follows with c and y <= n follows without: min and max are such choices"),
    COUNTED_LOOP("i <= n holds at the head of a loop that tests i < n, where it holds before the loop and each iteration keeps it");

    private final String formula;

    Rule(String formula) {
        this.formula = formula;
    }

    /** What the rule says, as the documentation prints it. */
    public String formula() {
        return formula;
    }

    /** Hands over what {@code operation} is at most. */
    void above(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {}

    /** Hands over what {@code operation} is at least. */
    void below(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {}

    private static void operands(Atom operation, Function<Linear, Value> value, Consumer<Linear> limit) {
        for (Linear operand : operation.operands()) {
            if (value.apply(operand).nonNegative()) {
                limit.accept(operand);
            }
        }
    }
}
