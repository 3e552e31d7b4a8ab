// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import static vireo.generator.check.unit.Dimension.LITERAL;
import static vireo.generator.check.unit.Dimension.PLAIN;

import java.util.Optional;
import vireo.generator.check.unit.Dimension.Literal;
import vireo.generator.check.unit.Dimension.Of;
import vireo.generator.check.unit.Dimension.Open;
import vireo.generator.check.unit.Dimension.Plain;
import vireo.generator.check.unit.Dimension.Port;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Unit;

/**
 * Which units an operation takes, and which one it gives; empty where the units do not go together. What an open operand makes of
 * arithmetic is not known: a literal stands for it.
 */
final class UnitAlgebra {
    private UnitAlgebra() {}

    static Optional<Dimension> binary(Expr.BinaryOp op, Dimension left, Dimension right) {
        boolean arithmetic = switch (op) {
            case ADD, SUB, MUL, DIV, REM, DIV_U64, REM_U64 -> true;
            default -> false;
        };
        if (arithmetic && open(left, right)) {
            return Optional.of(left instanceof Open && right instanceof Literal ? left : LITERAL);
        }
        return switch (op) {
            case ADD -> sum(left, right);
            case SUB -> difference(left, right);
            case MUL -> product(left, right);
            case DIV, DIV_U64 -> quotient(left, right);
            case REM, REM_U64 -> remainder(left, right);
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_LOGICAL -> shift(left, right);
            case BIT_AND -> part(left, right).or(() -> same(left, right));
            case BIT_OR, BIT_XOR -> same(left, right);
            case EQ, NE, LT, LE, GT, GE, LT_U64, LE_U64 -> same(left, right).map(any -> PLAIN);
            case AND, OR -> Optional.of(PLAIN);
        };
    }

    private static boolean open(Dimension left, Dimension right) {
        return left instanceof Open || right instanceof Open;
    }

    /** The unit that both may have. */
    static Optional<Dimension> same(Dimension left, Dimension right) {
        if (left instanceof Literal || left instanceof Open && right.isKnown()) {
            return Optional.of(right);
        }
        if (right instanceof Literal || right instanceof Open || left.equals(right)) {
            return Optional.of(left);
        }
        if (left instanceof Port port) {
            boolean fits = right instanceof Plain || right.fits(port.counted());
            return fits ? Optional.of(right) : Optional.empty();
        }
        return right instanceof Port ? same(right, left) : Optional.empty();
    }

    /** The low bits of a position say how far it is from a multiple. */
    private static Optional<Dimension> part(Dimension left, Dimension right) {
        return left.distance().filter(d -> right.equals(new Of(d))).map(Of::new);
    }

    /** A port's position that moves by an amount of the driver's unit is the driver's. */
    private static Dimension position(Dimension from, Dimension by) {
        return from instanceof Port port && port.counted().distance().map(Unit::of).equals(by.unit()) && by.unit().isPresent()
                ? new Of(port.counted())
                : from;
    }

    private static Optional<Dimension> sum(Dimension one, Dimension other) {
        Dimension left = position(one, other);
        Dimension right = position(other, one);
        if (right.distance().isPresent()) {
            return left.distance().isPresent() ? Optional.empty() : moved(right, left);
        }
        return left.distance().isPresent() ? moved(left, right) : same(left, right);
    }

    /** A position, some way on or back. */
    private static Optional<Dimension> moved(Dimension position, Dimension by) {
        return by.fits(position.distance().orElseThrow()) ? Optional.of(position) : Optional.empty();
    }

    private static Optional<Dimension> difference(Dimension from, Dimension right) {
        Dimension left = position(from, right);
        Optional<Unit> distance = left.distance();
        if (distance.isPresent()) {
            return left.equals(right) ? Optional.of(new Of(distance.get())) : moved(left, right);
        }
        Optional<Unit> back = right.distance();
        if (back.isPresent()) {
            return left instanceof Literal ? Optional.of(new Of(back.get())) : Optional.empty();
        }
        return same(left, right);
    }

    /** So many of a unit; so many things, with so much of a unit each. Positions are not multiplied. */
    private static Optional<Dimension> product(Dimension left, Dimension right) {
        boolean leftThings = left.unit().filter(Unit::things).isPresent();
        if (left.unit().isPresent() && right.unit().isPresent() && leftThings != right.unit().get().things()
                && left.distance().isEmpty() && right.distance().isEmpty()) {
            return Optional.of(leftThings ? right : left);
        }
        if (left.distance().isPresent() || right.distance().isPresent() || left.unit().isPresent() && right.unit().isPresent()) {
            return Optional.empty();
        }
        if (left.unit().isPresent() || right.unit().isPresent()) {
            return Optional.of(left.unit().isPresent() ? left : right);
        }
        if (left instanceof Port || right instanceof Port) {
            return Optional.of(left instanceof Port ? left : right);
        }
        return Optional.of(left instanceof Literal ? right : left);
    }

    /** A unit by itself is a number, and so is a position by its distance; a unit by a number stays what it is. */
    private static Optional<Dimension> quotient(Dimension left, Dimension right) {
        if (left.distance().isPresent() && right.unit().equals(left.distance())) {
            return Optional.of(PLAIN);
        }
        if (left.distance().isPresent() || right.distance().isPresent()) {
            return Optional.empty();
        }
        if (right.unit().isPresent()) {
            return left.fits(right.unit().get()) ? Optional.of(PLAIN) : Optional.empty();
        }
        if (left instanceof Port && right instanceof Port) {
            return left.equals(right) ? Optional.of(PLAIN) : Optional.empty();
        }
        return Optional.of(left instanceof Literal && right instanceof Port ? PLAIN : left instanceof Literal ? right : left);
    }

    /** What is left over is counted as the dividend is; of a position it is a distance. */
    private static Optional<Dimension> remainder(Dimension left, Dimension right) {
        Optional<Unit> distance = left.distance();
        if (distance.isPresent()) {
            return right.fits(distance.get()) || right instanceof Plain ? Optional.of(new Of(distance.get())) : Optional.empty();
        }
        if (right.distance().isPresent()) {
            return Optional.empty();
        }
        return right instanceof Plain && !(left instanceof Literal) ? Optional.of(left) : same(left, right);
    }

    private static Optional<Dimension> shift(Dimension left, Dimension right) {
        if (left instanceof Literal) {
            return Optional.of(right instanceof Literal ? LITERAL : PLAIN);
        }
        return right.fitsPlain() ? Optional.of(left) : Optional.empty();
    }
}
