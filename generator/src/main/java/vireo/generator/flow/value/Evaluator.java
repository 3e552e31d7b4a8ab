// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** What a number may be at a point: its declaration, its operands, and what the state knows of it. */
final class Evaluator {
    private static final Interval LENGTH = Interval.of(0, Integer.MAX_VALUE);

    /** Differences of differences of differences: beyond, intervals must do. */
    private static final int DEEPEST = 2;

    private final Terms terms;
    private final Prover prover;
    private final Conditions conditions;
    private int nesting;

    Evaluator(Terms terms, Prover prover, Conditions conditions) {
        this.terms = terms;
        this.prover = prover;
        this.conditions = conditions;
    }

    /** The mathematical result, which for a faulty exact operation lies outside its carrier. */
    Value exact(State state, Expr e) {
        Optional<Linear> form = terms.linear(e);
        if (form.isPresent()) {
            return value(state, form.get());
        }
        if (e instanceof Expr.Conditional choice) {
            Optional<State> yes = conditions.assume(state, choice.condition(), true);
            Optional<State> no = conditions.assume(state, choice.condition(), false);
            if (yes.isPresent() && no.isPresent()) {
                return value(yes.get(), choice.yes()).join(value(no.get(), choice.no()));
            }
            return yes.isPresent() ? value(yes.get(), choice.yes()) : value(state, choice.no());
        }
        if (e instanceof Expr.Binary binary && binary.type() instanceof Type.Int type) {
            Value left = value(state, binary.left());
            Value right = value(state, binary.right());
            int bits = Math.max(32, type.java().bits());
            if (binary.overflow() != Expr.Overflow.EXACT) {
                return Arithmetic.wrap(Arithmetic.binary(binary.op(), left, right, 64, false), width(binary.overflow()));
            }
            return Arithmetic.binary(binary.op(), left, right, bits, Terms.isUnsigned64(type));
        }
        if (e instanceof Expr.Unary unary && unary.type() instanceof Type.Int) {
            Value operand = value(state, unary.operand());
            return unary.op() == Expr.UnaryOp.NEGATE
                    ? Arithmetic.negate(operand)
                    : Arithmetic.complement(operand, Terms.isUnsigned64(unary.type()));
        }
        if (e instanceof Expr.Convert convert && convert.type() instanceof Type.Int type) {
            Value operand = value(state, convert.operand());
            return switch (convert.kind()) {
                case TRUNCATE -> Arithmetic.wrap(operand, type.range().max().bitLength());
                case REINTERPRET -> Terms.isUnsigned64(type) ? Arithmetic.unsigned(operand) : operand;
                case SWAP -> ofType(type);
                case WIDEN, NARROW, UPCAST -> operand;
            };
        }
        return ofType(e.type());
    }

    private static int width(Expr.Overflow overflow) {
        return switch (overflow) {
            case WRAP_8 -> 8;
            case WRAP_16 -> 16;
            case WRAP_32 -> 32;
            case WRAP_64, EXACT -> 64;
        };
    }

    /** The value within what its type can carry: what later code sees once the proofs of this expression are done. */
    Value value(State state, Expr e) {
        Value exact = exact(state, e);
        return e.type() instanceof Type.Int type ? Value.of(carrier(type)).clamp(exact) : exact;
    }

    /** What a value of the type's carrier can be, unsigned where the type is. */
    static Interval carrier(Type.Int type) {
        return Terms.isUnsigned64(type) ? Interval.U64 : type.java().range();
    }

    /** Any value of a declared type. */
    static Value ofType(Type type) {
        return type instanceof Type.Int number ? Value.of(number.range(), number.bits()) : Value.ANY;
    }

    Value value(State state, Linear linear) {
        if (linear.isNumber()) {
            return Value.constant(linear.offset());
        }
        return value(state, linear.atom().get()).plus(linear.offset());
    }

    Value value(State state, Atom atom) {
        Value structural = structural(state, atom);
        Value known = state.value(atom);
        return known == null ? structural : structural.clamp(known);
    }

    private Value structural(State state, Atom atom) {
        if (atom.kind() == Atom.Kind.LENGTH) {
            return Value.of(LENGTH);
        }
        Optional<Operation> operation = atom.operation();
        if (operation.isEmpty()) {
            return ofType(atom.type());
        }
        List<Value> operands = new ArrayList<>(atom.operands().size());
        for (Linear operand : atom.operands()) {
            operands.add(value(state, operand));
        }
        Value result = apply(operation.get(), operands);
        if (nesting < DEEPEST && Terms.isExact(atom, Expr.BinaryOp.SUB) && !atom.operand(0).isNumber()) {
            nesting++;
            try {
                return narrowDifference(state, atom, result);
            } finally {
                nesting--;
            }
        }
        return result;
    }

    /** {@code a - b} where facts relate the two: the bounds that intervals alone cannot see. */
    private Value narrowDifference(State state, Atom atom, Value result) {
        Atom a = atom.operand(0).atom().orElseThrow();
        Atom b = atom.operand(1).atom().orElseThrow();
        BigInteger max = result.max();
        BigInteger min = result.min();
        Optional<BigInteger> above = prover.closest(state, a, b);
        if (above.isPresent()) {
            max = max.min(above.get());
        }
        Optional<BigInteger> below = prover.closest(state, b, a);
        if (below.isPresent()) {
            min = min.max(below.get().negate());
        }
        return Value.of(min, max, result.bits()).orElse(result);
    }

    static Value apply(Operation operation, List<Value> operands) {
        if (operation instanceof Operation.Binary binary) {
            return Arithmetic.binary(binary.op(), operands.get(0), operands.get(1), binary.carrierBits(), binary.unsigned());
        }
        if (operation instanceof Operation.Wrapping wrapping) {
            return Arithmetic.wrap(Arithmetic.binary(wrapping.op(), operands.get(0), operands.get(1), 64, false), wrapping.width());
        }
        if (operation instanceof Operation.Truncate truncate) {
            return Arithmetic.wrap(operands.get(0), truncate.width());
        }
        if (operation instanceof Operation.Complement complement) {
            return Arithmetic.complement(operands.get(0), complement.unsigned());
        }
        return Value.of(Interval.unsigned(((Operation.Swap) operation).width()));
    }
}
