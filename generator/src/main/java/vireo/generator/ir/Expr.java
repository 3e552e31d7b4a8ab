// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.math.BigInteger;
import java.util.List;
import vireo.generator.source.Span;

/**
 * A pure expression: evaluating it has no effect that another party can see, so it may be placed anywhere between the
 * statements that change what it reads. Effects are statements ({@link Stmt}).
 */
public sealed interface Expr {
    Type type();

    Span span();

    /** A number. */
    record Const(BigInteger value, Type type, Span span) implements Expr {}

    record BoolConst(boolean value, Type type, Span span) implements Expr {}

    record NullConst(Type type, Span span) implements Expr {}

    /** A named constant ({@code static final}) of a driver class or the dsl; its value is known, its name goes into the C. */
    record NamedConst(String owner, String name, BigInteger value, Type type, Span span) implements Expr {}

    record EnumConst(String name, Type type, Span span) implements Expr {}

    /** A constant of the dsl's Errno: {@code EIO}. */
    record ErrnoConst(String name, Type type, Span span) implements Expr {}

    /** Reads a local variable, parameter or temporary. */
    record Get(Local local, Type type, Span span) implements Expr {}

    record This(Type type, Span span) implements Expr {}

    /** A field of a driver object, or a component of a value record. */
    record Field(Expr object, FieldDecl field, Type type, Span span) implements Expr {}

    /** An element of a private array. */
    record Element(Expr array, Expr index, Type type, Span span) implements Expr {}

    /** The length of a private array, DmaArray, DmaBytes. */
    record Length(Expr array, Type type, Span span) implements Expr {}

    record Unary(UnaryOp op, Expr operand, Type type, Span span) implements Expr {}

    record Binary(BinaryOp op, Overflow overflow, Expr left, Expr right, Type type, Span span) implements Expr {}

    /** {@code condition ? yes : no}, and && and || are {@link BinaryOp#AND} and {@link BinaryOp#OR} with pure operands. */
    record Conditional(Expr condition, Expr yes, Expr no, Type type, Span span) implements Expr {}

    /** A change of the Java carrier or a truncation. */
    record Convert(Conversion kind, Expr operand, Type type, Span span) implements Expr {}

    /** A value record built from its components. */
    record NewValue(String record, List<Expr> components, Type type, Span span) implements Expr {}

    /** A register of a block, or with an index one of a register array: an address. */
    record RegisterRef(Expr block, RegisterDecl register, java.util.Optional<Expr> index, Type type, Span span)
            implements Expr {}

    /** A field of a DMA structure: the address of a cell, an array or a nested structure, by {@link #type}. */
    record DmaField(Expr structure, DmaDecl.Field field, Type type, Span span) implements Expr {}

    /** An element of a DmaArray: the address of a cell or structure. */
    record DmaElement(Expr array, Expr index, Type type, Span span) implements Expr {}

    /**
     * A pure function of the dsl that maps to a C expression of the port by name. A C name that starts with a dot is a field of the
     * first argument: {@code memory.physical}.
     */
    record ForeignPure(ForeignFunction function, List<Expr> arguments, Type type, Span span) implements Expr {}

    /** The reason of a caught exception. */
    record ErrnoOf(Local exception, Type type, Span span) implements Expr {}

    /** An expression that was refused already. Never in a {@link Program}. */
    record Erroneous(Type type, Span span) implements Expr {
        public Erroneous(Span span) {
            this(new Type.Erroneous(), span);
        }
    }

    enum UnaryOp {
        NEGATE,
        COMPLEMENT,
        NOT
    }

    /** What an arithmetic operation does when the mathematical result leaves the type. */
    enum Overflow {
        /** Proved never to happen (VR301). */
        EXACT,
        /** Wraps, at the width in the name: the author wrote a wrapping intrinsic. */
        WRAP_8,
        WRAP_16,
        WRAP_32,
        WRAP_64
    }

    enum BinaryOp {
        ADD,
        SUB,
        MUL,
        DIV,
        REM,
        BIT_AND,
        BIT_OR,
        BIT_XOR,
        SHIFT_LEFT,
        /** Java's >>, arithmetic. */
        SHIFT_RIGHT,
        /** Java's >>>, logical. */
        SHIFT_RIGHT_LOGICAL,
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        /** Unsigned 64-bit division: Uint64.divide. */
        DIV_U64,
        /** Unsigned 64-bit remainder: Uint64.remainder. */
        REM_U64,
        /** Unsigned 64-bit comparison: Uint64.lessThan and its kin. */
        LT_U64,
        LE_U64,
        AND,
        OR
    }

    enum Conversion {
        /** int to long, or any change that cannot lose a value by type. */
        WIDEN,
        /** A Java cast to a smaller type: must be proved to lose nothing (VR302). */
        NARROW,
        /** U8/U16/U32.truncate: keeps the low bits, as the author asked. */
        TRUNCATE,
        /** A signed long seen as @U64, or the reverse where proved to be below 2^63. */
        REINTERPRET,
        /** Endian.fromLe16 and kin: an unconverted value to CPU order, or the reverse. */
        SWAP,
        /** A driver object seen as an interface that it implements. */
        UPCAST
    }
}
