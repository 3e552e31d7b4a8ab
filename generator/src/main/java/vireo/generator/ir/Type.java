// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

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
     * @param unit what it counts or names, where a declaration or a cast says so; types of results leave it out
     */
    record Int(Java java, Interval range, long bits, Set<Qualifier> qualifiers, List<Bound> bounds, Optional<Unit> unit)
            implements Type {
        public static final Int INT = of(Java.INT, Interval.INT);
        public static final Int LONG = of(Java.LONG, Interval.LONG);
        public static final Int BYTE = of(Java.BYTE, Interval.BYTE);

        public Int {
            qualifiers = Set.copyOf(qualifiers);
            bounds = List.copyOf(bounds);
        }

        /** A number without a unit. */
        public Int(Java java, Interval range, long bits, Set<Qualifier> qualifiers, List<Bound> bounds) {
            this(java, range, bits, qualifiers, bounds, Optional.empty());
        }

        public static Int of(Java java, Interval range) {
            return new Int(java, range, -1, Set.of(), List.of());
        }

        /** The qualifiers that say what kind of number it is, without those that say where it comes from. */
        public Set<Qualifier> kinds() {
            return qualifiers.stream().filter(qualifier -> !qualifier.isOrigin()).collect(Collectors.toUnmodifiableSet());
        }

        /** What is read of memory that one side writes is an ordinary number. */
        public Int withoutSides() {
            Set<Qualifier> kept = qualifiers.stream().filter(q -> q != Qualifier.WRITTEN_BY_DEVICE && q != Qualifier.WRITTEN_BY_DRIVER)
                    .collect(Collectors.toUnmodifiableSet());
            return new Int(java, range, bits, kept, bounds);
        }

        public Int withBounds(List<Bound> replaced) {
            return new Int(java, range, bits, qualifiers, replaced, unit);
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
        BIG_ENDIAN,
        /** A request that the device has given back; negative where there is none. */
        COMPLETED,
        /** At most as many bytes as the device has written to what it was given. */
        DELIVERED,
        /** Bytes that the device was allowed to write and did not. */
        UNDELIVERED,
        /** The address of memory that the device writes, or the bit that says so. */
        WRITTEN_BY_DEVICE,
        /** The address of memory that the driver writes. */
        WRITTEN_BY_DRIVER;

        /** Whether it tells where a number comes from, which another place does not have to care for. */
        public boolean isOrigin() {
            return compareTo(COMPLETED) >= 0;
        }
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

    /** One cell of device-visible memory; {@code unit} is that of what it holds. Exists inside cell accesses only. */
    record Cell(ByteOrder order, int bits, Optional<Unit> unit) implements Type {
        public Cell(ByteOrder order, int bits) {
            this(order, bits, Optional.empty());
        }
    }

    enum ByteOrder {
        LITTLE,
        BIG,
        NONE
    }

    /** An array in device-visible memory, of cells or of DMA structures: a pointer in C; {@code index} is the unit of its indices. */
    record DmaArray(Type element, Optional<Expr> length, Optional<Unit> index) implements Type {
        public DmaArray(Type element, Optional<Expr> length) {
            this(element, length, Optional.empty());
        }

        public DmaArray withLength(Optional<Expr> replaced) {
            return new DmaArray(element, replaced, index);
        }
    }

    /** Bytes in device-visible memory: {@code u8 *} in C. */
    record DmaBytes(Optional<Expr> length) implements Type {}

    /**
     * A private Java array. As a field with a constant length it lies inside its struct; as a parameter it is a pointer and a length.
     *
     * @param fixed the length where it is constant
     * @param length the length where a declaration ties it to another value
     * @param index the unit of its indices, and of its length
     */
    record Array(Type element, OptionalInt fixed, Optional<Expr> length, Optional<Unit> index) implements Type {
        public Array(Type element, OptionalInt fixed, Optional<Expr> length) {
            this(element, fixed, length, Optional.empty());
        }
    }

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
