// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The type of a value in the IR. Types that a driver declares are named; their declarations are in {@link Program}. */
public sealed interface Type {

    record Void() implements Type {}

    record Bool() implements Type {}

    /**
     * A number in its natural Java type, with the interval that its declaration promises.
     *
     * @param java the Java type that carries it
     * @param range what every value of this type lies in; for {@code @U64 long} the unsigned value, 0 to 2^64 - 1
     * @param bits for a {@code @BitMask} type, the bits that may be set; -1 where all may
     * @param qualifiers what kind of number it is, beyond its range
     * @param bounds relations to other values that hold for every value of this type
     */
    record Int(Java java, Interval range, long bits, Set<Qualifier> qualifiers, List<Bound> bounds) implements Type {
        public static final Int INT = of(Java.INT, Interval.INT);
        public static final Int LONG = of(Java.LONG, Interval.LONG);
        public static final Int BYTE = of(Java.BYTE, Interval.BYTE);

        public Int {
            qualifiers = Set.copyOf(qualifiers);
            bounds = List.copyOf(bounds);
        }

        public static Int of(Java java, Interval range) {
            return new Int(java, range, -1, Set.of(), List.of());
        }

        public Int withBounds(List<Bound> replaced) {
            return new Int(java, range, bits, qualifiers, replaced);
        }
    }

    /** The Java carrier of a number. */
    enum Java {
        BYTE(8),
        INT(32),
        LONG(64);

        private final int bits;

        Java(int bits) {
            this.bits = bits;
        }

        public int bits() {
            return bits;
        }

        public Interval range() {
            return Interval.signed(bits);
        }
    }

    /** What a number means, where mixing meanings is a bug. */
    enum Qualifier {
        /** The position of a bit: a shift count, never an operand of and/or. */
        BIT_NUMBER,
        /** Bits in their places: never a shift count. */
        BIT_MASK,
        /** A counter that wraps at its width: compared with == and != or by a wrapping difference only. */
        FREE_RUNNING,
        /** Bytes in little-endian order, not yet converted. */
        LITTLE_ENDIAN,
        /** Bytes in big-endian order, not yet converted. */
        BIG_ENDIAN
    }

    /** {@code value < term} or {@code value <= term}; the term is pure. */
    record Bound(boolean strict, Expr term) {}

    /** A Java enum of the driver. */
    record Enum(String name) implements Type {}

    /** The reason of a DriverException. */
    record Errno() implements Type {}

    /** An object of a driver class: a pointer in C. */
    record Object(String name, boolean nullable) implements Type {}

    /** A driver interface: a pointer in C. */
    record Interface(String name, boolean nullable) implements Type {}

    /** A value record: a struct passed by value in C. */
    record Value(String name) implements Type {}

    /** A register block, bound: {@code void __iomem *} in C. */
    record Block(String name, boolean nullable) implements Type {}

    /** One register of a block. Exists inside register accesses only. */
    record Register(RegisterDecl.Access access, int bits) implements Type {}

    /**
     * A DMA structure or ring: a pointer to its struct in C.
     *
     * @param length elements of its variable array; empty where it has none, or where the length is not known here
     */
    record Dma(String name, Optional<Expr> length, boolean nullable) implements Type {}

    /** One cell of device-visible memory. Exists inside cell accesses only. */
    record Cell(ByteOrder order, int bits) implements Type {}

    enum ByteOrder {
        LITTLE,
        BIG,
        NONE
    }

    /** An array in device-visible memory, of cells or of DMA structures: a pointer in C. */
    record DmaArray(Type element, Optional<Expr> length) implements Type {}

    /** Bytes in device-visible memory: {@code u8 *} in C. */
    record DmaBytes(Optional<Expr> length) implements Type {}

    /**
     * A private Java array. As a field with a constant length it lies inside its struct; as a parameter it is a pointer and a length.
     *
     * @param fixed the length where it is constant
     * @param length the length where a declaration ties it to another value
     */
    record Array(Type element, OptionalInt fixed, Optional<Expr> length) implements Type {}

    /** A type of the dsl that stands for a C type of the port, by value or as an opaque pointer; only a pointer may be null. */
    record Foreign(String name, String cType, boolean linear, boolean nullable) implements Type {
        public Foreign(String name, String cType, boolean linear) {
            this(name, cType, linear, false);
        }

        public boolean isPointer() {
            return cType.strip().endsWith("*");
        }
    }

    /** The type of {@code null}. */
    record Null() implements Type {}

    /** The type of what was refused already: silences every further finding about it. Never in a {@link Program}. */
    record Erroneous() implements Type {}
}
