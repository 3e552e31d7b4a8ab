// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.List;

/** An expression of C. */
public sealed interface CExpr {

    /** A literal number, with its suffix. */
    record Number(String text) implements CExpr {}

    /** A macro, an enumerator, or a function's name. */
    record Symbol(String name) implements CExpr {}

    record Variable(CVariable variable) implements CExpr {}

    /**
     * @param arrow the object is a pointer
     * @param tag the struct that declares the field
     */
    record Member(CExpr object, boolean arrow, String field, String tag) implements CExpr {}

    record Index(CExpr array, CExpr index) implements CExpr {}

    record Unary(String operator, CExpr operand) implements CExpr {}

    /** {@code x++}, {@code x--}. */
    record Postfix(CExpr operand, String operator) implements CExpr {}

    record Binary(String operator, CExpr left, CExpr right) implements CExpr {}

    record Ternary(CExpr condition, CExpr yes, CExpr no) implements CExpr {}

    record Cast(CType type, CExpr operand) implements CExpr {}

    record Call(CExpr function, List<CExpr> arguments, Effect effect) implements CExpr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code operator} is "=" or a compound one. */
    record Assign(String operator, CExpr target, CExpr value) implements CExpr {}

    /** A string literal; {@code text} is unescaped. */
    record Text(String text) implements CExpr {}

    record SizeOfType(CType type) implements CExpr {}

    record SizeOf(CExpr operand) implements CExpr {}

    record OffsetOf(CType type, String field) implements CExpr {}

    record Compound(CType type, List<Initializer> fields) implements CExpr {
        public Compound {
            fields = List.copyOf(fields);
        }
    }

    record Initializer(String field, CExpr value) {}

    /** What a call does besides returning a value. */
    enum Effect {
        NONE,
        /** Reads private memory. */
        LOOK,
        /** Reads what a device or another processor may change; private memory stays as it is. */
        READ,
        ANY
    }

    static CExpr call(String function, List<CExpr> arguments, Effect effect) {
        return new Call(new Symbol(function), arguments, effect);
    }

    static CExpr assign(CExpr target, CExpr value) {
        return new Assign("=", target, value);
    }

    /** {@code &operand}, and {@code operand} itself where that is {@code *pointer}. */
    static CExpr addressOf(CExpr operand) {
        return operand instanceof Unary u && u.operator().equals("*") ? u.operand() : new Unary("&", operand);
    }

    /** {@code *pointer}, and the object itself where the pointer is {@code &object}. */
    static CExpr dereference(CExpr pointer) {
        return pointer instanceof Unary u && u.operator().equals("&") ? u.operand() : new Unary("*", pointer);
    }

    /** A field behind a pointer; {@code (&x)->f} is {@code x.f}. */
    static CExpr behind(CExpr pointer, String field, String tag) {
        return pointer instanceof Unary u && u.operator().equals("&")
                ? new Member(u.operand(), false, field, tag)
                : new Member(pointer, true, field, tag);
    }
}
