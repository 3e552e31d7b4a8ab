// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.source.Span;

/** A statement: at most one effect, on pure operands. Control flow is structured; {@code cfg} derives the graph from it. */
public sealed interface Stmt {
    Span span();

    /** The local that receives what an effect yields; empty where there is none. Declarations and assignments are no effects. */
    default Optional<Local> effectResult() {
        if (this instanceof Call s) {
            return s.result();
        }
        if (this instanceof ForeignCall s) {
            return s.result();
        }
        if (this instanceof New s) {
            return Optional.of(s.result());
        }
        if (this instanceof ReadRegister s) {
            return Optional.of(s.result());
        }
        if (this instanceof ReadCell s) {
            return Optional.of(s.result());
        }
        if (this instanceof ReadByte s) {
            return Optional.of(s.result());
        }
        if (this instanceof Bind s) {
            return Optional.of(s.result());
        }
        if (this instanceof Slice s) {
            return Optional.of(s.result());
        }
        return this instanceof Format s ? Optional.of(s.result()) : Optional.empty();
    }

    /** The statement lists directly inside this one, in the order of the text. */
    default List<List<Stmt>> inside() {
        if (this instanceof Block s) {
            return List.of(s.body());
        }
        if (this instanceof If s) {
            return List.of(s.then(), s.otherwise());
        }
        if (this instanceof Loop s) {
            return s.testFirst() ? List.of(s.header(), s.body(), s.update()) : List.of(s.body(), s.update(), s.header());
        }
        if (this instanceof Switch s) {
            List<List<Stmt>> bodies = new ArrayList<>();
            s.cases().forEach(one -> bodies.add(one.body()));
            s.otherwise().ifPresent(bodies::add);
            return bodies;
        }
        if (this instanceof Try s) {
            return List.of(s.body(), s.handler().orElse(List.of()), s.cleanup());
        }
        return List.of();
    }

    /** A comment of the author's, without markers, one line or several; stands before what it speaks of. */
    record Comment(String text, Span span) implements Stmt {}

    /** Declares a variable or temporary; without a value it is assigned before it is read, on every path. */
    record Declare(Local local, Optional<Expr> value, Span span) implements Stmt {}

    record Assign(Local local, Expr value, Span span) implements Stmt {}

    /** Stores into a field of a driver object. */
    record SetField(Expr object, FieldDecl field, Expr value, Span span) implements Stmt {}

    /** Stores into a private array. */
    record SetElement(Expr array, Expr index, Expr value, Span span) implements Stmt {}

    /**
     * Calls a method of the driver.
     *
     * @param result an already declared local, or empty where there is no result
     * @param method the {@link MethodDecl#key}; of an interface's method where the receiver is an interface
     * @param resultType the result's declared type, in terms of the caller's values: what the call promises, where the local may have
     *     been declared with another type
     * @param resultIgnored the method has a result and the author dropped it (VR804 unless discardable)
     */
    record Call(Optional<Local> result, String method, Optional<Expr> receiver, List<Expr> arguments, Type resultType,
            boolean resultIgnored, Span span) implements Stmt {}

    /** Calls a function of the port. */
    record ForeignCall(Optional<Local> result, ForeignFunction function, Optional<Expr> receiver, List<Expr> arguments,
            boolean resultIgnored, Span span) implements Stmt {}

    /** A new object on the heap; throws ENOMEM, or what the constructor throws. */
    record New(Local result, String constructor, List<Expr> arguments, Span span) implements Stmt {}

    /** A new object inside its owner: {@code this.field = new C(...)} where the field is final and of class type. */
    record Embed(FieldDecl field, String constructor, List<Expr> arguments, Span span) implements Stmt {}

    /** Reads a register. {@code register} is a {@link Expr.RegisterRef}. */
    record ReadRegister(Local result, Expr register, Part part, Span span) implements Stmt {}

    record WriteRegister(Expr register, Expr value, Part part, Span span) implements Stmt {}

    /** Which part of a split register is accessed. */
    enum Part {
        WHOLE,
        LOW_HALF,
        HIGH_HALF
    }

    /** Reads a cell of device-visible memory: {@code cell} is a DmaField or DmaElement of type {@link Type.Cell}. */
    record ReadCell(Local result, Expr cell, Order order, Span span) implements Stmt {}

    record WriteCell(Expr cell, Expr value, Order order, Span span) implements Stmt {}

    enum Order {
        PLAIN,
        /** Store-release, of a {@code @Published} index. */
        PUBLISH,
        /** Load-acquire, of a {@code @Published} index. */
        OBSERVE,
        /** Plain, and the value stays in the cell's byte order: raw() and setRaw(). */
        RAW
    }

    /** Gives a linear value up on purpose: nobody gives it back any more. */
    record Leak(Expr value, Span span) implements Stmt {}

    /** A full barrier. */
    record Fence(Span span) implements Stmt {}

    /**
     * Binds a register block to a window, or a DMA structure, ring, array or bytes to DMA memory. Throws ERANGE or EINVAL.
     *
     * @param result of type Block, Dma, DmaArray or DmaBytes
     * @param source a Foreign of type Window or DmaMemory
     * @param count elements, for a ring, an array or bytes
     */
    record Bind(Local result, Expr source, Expr offset, Optional<Expr> count, Span span) implements Stmt {}

    /**
     * A view of some bytes of device-visible memory.
     *
     * @param result of type DmaBytes, as long as {@code length} says
     */
    record Slice(Local result, Expr bytes, Expr offset, Expr length, Span span) implements Stmt {}

    /** Copies bytes between private and device-visible memory, or fills with zeros. */
    record CopyBytes(Direction direction, Expr dma, Expr dmaOffset, Optional<Expr> array, Optional<Expr> arrayOffset, Expr length,
            Span span) implements Stmt {}

    enum Direction {
        FROM_DMA,
        TO_DMA,
        ZERO
    }

    /** Reads or writes one byte of DmaBytes. */
    record ReadByte(Local result, Expr bytes, Expr index, Span span) implements Stmt {}

    record WriteByte(Expr bytes, Expr index, Expr value, Span span) implements Stmt {}

    /** A log line; the format is checked against the arguments already, in the syntax that port.h names. */
    record Log(Level level, String format, List<Expr> arguments, Span span) implements Stmt {}

    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    /** Formats a Text. */
    record Format(Local result, String format, List<Expr> arguments, Span span) implements Stmt {}

    record Block(List<Stmt> body, Span span) implements Stmt {}

    record If(Expr condition, List<Stmt> then, List<Stmt> otherwise, Span span) implements Stmt {}

    /**
     * A loop: {@code for (;;) { header; if (!condition) break; body; update }}. {@code continue} goes to the update. A do-while has
     * {@code testFirst} false: body, update, header, condition.
     */
    record Loop(Optional<String> label, List<Stmt> header, Expr condition, List<Stmt> body, List<Stmt> update, boolean testFirst,
            Form form, Span span) implements Stmt {}

    /** How the author wrote the loop. A {@code for}'s initialisation precedes the loop, both in one Block. */
    enum Form {
        FOR,
        WHILE,
        DO
    }

    /** No case falls through. {@code values} are Const, NamedConst, EnumConst or ErrnoConst. */
    record Switch(Expr subject, List<Case> cases, Optional<List<Stmt>> otherwise, Span span) implements Stmt {}

    record Case(List<Expr> values, List<Stmt> body, Span span) {}

    record Break(Optional<String> label, Span span) implements Stmt {}

    record Continue(Optional<String> label, Span span) implements Stmt {}

    record Return(Optional<Expr> value, Span span) implements Stmt {}

    /** Throws a DriverException with a reason of type Errno. */
    record Throw(Expr errno, Span span) implements Stmt {}

    /**
     * @param exception the local that the catch clause binds; its type is {@link Type.Errno}
     * @param handler empty where there is no catch
     * @param cleanup the finally block, and what try-with-resources closes; runs on every way out
     */
    record Try(List<Stmt> body, Optional<Local> exception, Optional<List<Stmt>> handler, List<Stmt> cleanup, Span span)
            implements Stmt {}
}
