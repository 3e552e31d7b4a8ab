// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vireo.generator.ir.Expr.BinaryOp;
import vireo.generator.ir.Interval;

/** No operator loses a value: whatever a concrete computation gives lies in what the analysis says. */
class ArithmeticTest {
    private final Random random = new Random(20_26);

    private record Sample(Value known, BigInteger actual) {}

    /** A number, and something true but less exact about it. */
    private Sample sample(boolean nonNegative) {
        int bits = 1 + random.nextInt(40);
        BigInteger actual = new BigInteger(bits, random);
        if (!nonNegative && random.nextBoolean()) {
            actual = actual.negate();
        }
        if (random.nextInt(4) == 0) {
            actual = BigInteger.valueOf(random.nextInt(5));
        }
        BigInteger min = actual.subtract(BigInteger.valueOf(random.nextInt(40)));
        BigInteger max = actual.add(BigInteger.valueOf(random.nextInt(40)));
        if (nonNegative) {
            min = min.max(BigInteger.ZERO);
        }
        long possible = actual.longValue() | random.nextLong() & random.nextLong();
        Value known = random.nextBoolean() ? Value.of(new Interval(min, max)) : Value.of(min, max, possible).orElseThrow();
        assertHolds(known, actual, "the sample");
        return new Sample(known, actual);
    }

    private static void assertHolds(Value known, BigInteger actual, String what) {
        assertTrue(known.range().contains(actual), what + " gives " + actual + ", outside " + known);
        assertTrue((actual.longValue() & ~known.bits()) == 0,
                what + " gives " + actual + ", with bits outside " + Long.toHexString(known.bits()));
    }

    private void check(BinaryOp op, boolean nonNegative, java.util.function.BinaryOperator<BigInteger> concrete) {
        for (int i = 0; i < 20_000; i++) {
            Sample a = sample(nonNegative);
            Sample b = sample(nonNegative);
            Value result = Arithmetic.binary(op, a.known(), b.known(), 64, false);
            assertHolds(result, concrete.apply(a.actual(), b.actual()), a.actual() + " " + op + " " + b.actual());
        }
    }

    @Test
    void sumsDifferencesAndProducts() {
        check(BinaryOp.ADD, false, BigInteger::add);
        check(BinaryOp.SUB, false, BigInteger::subtract);
        for (int i = 0; i < 20_000; i++) {
            Sample a = sample(false);
            Sample b = sample(false);
            BigInteger product = a.actual().multiply(b.actual());
            if (product.bitLength() < 64) {
                assertHolds(Arithmetic.multiply(a.known(), b.known()), product, a.actual() + " * " + b.actual());
            }
        }
    }

    @Test
    void quotientsAndRemainders() {
        for (int i = 0; i < 40_000; i++) {
            Sample a = sample(i % 2 == 0);
            Sample b = sample(i % 4 == 0);
            if (b.actual().signum() != 0) {
                assertHolds(Arithmetic.divide(a.known(), b.known()), a.actual().divide(b.actual()), a.actual() + " / " + b.actual());
                assertHolds(Arithmetic.remainder(a.known(), b.known()), a.actual().remainder(b.actual()), a.actual() + " % " + b.actual());
            }
        }
    }

    @Test
    void bitOperators() {
        check(BinaryOp.BIT_AND, false, BigInteger::and);
        check(BinaryOp.BIT_OR, false, BigInteger::or);
        check(BinaryOp.BIT_XOR, false, BigInteger::xor);
        check(BinaryOp.BIT_AND, true, BigInteger::and);
        check(BinaryOp.BIT_OR, true, BigInteger::or);
        check(BinaryOp.BIT_XOR, true, BigInteger::xor);
        for (int i = 0; i < 20_000; i++) {
            Sample a = sample(false);
            assertHolds(Arithmetic.complement(a.known(), false), a.actual().not(), "~" + a.actual());
            assertHolds(Arithmetic.negate(a.known()), a.actual().negate(), "-" + a.actual());
        }
    }

    @Test
    void shifts() {
        for (int i = 0; i < 40_000; i++) {
            Sample a = sample(i % 2 == 0);
            int count = random.nextInt(20);
            Value by = Value.of(Interval.of(Math.max(0, count - random.nextInt(4)), count + random.nextInt(4)));
            assertHolds(Arithmetic.shiftLeft(a.known(), by, 64), a.actual().shiftLeft(count), a.actual() + " << " + count);
            assertHolds(Arithmetic.shiftRight(a.known(), by, 64), a.actual().shiftRight(count), a.actual() + " >> " + count);
            long logical = a.actual().longValue() >>> count;
            BigInteger expected = count == 0 ? a.actual() : new BigInteger(Long.toUnsignedString(logical));
            assertHolds(Arithmetic.shiftRightLogical(a.known(), by, 64), expected, a.actual() + " >>> " + count);
        }
    }

    @Test
    void wrappingAndTruncation() {
        for (int i = 0; i < 40_000; i++) {
            Sample a = sample(false);
            for (int width : new int[] {8, 16, 32}) {
                BigInteger low = a.actual().mod(BigInteger.ONE.shiftLeft(width));
                assertHolds(Arithmetic.wrap(a.known(), width), low, "the low " + width + " bits of " + a.actual());
            }
        }
    }
}
