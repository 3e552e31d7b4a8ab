// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.resolve.AnnotationCheck;
import vireo.generator.resolve.TypeText;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Expression;

/** Lowers expressions: what is pure stays an expression, what has an effect becomes a statement before it. */
final class Expressions {
    private final Code code;
    private final MethodParts parts;

    Expressions(Code code, MethodParts parts) {
        this.code = code;
        this.parts = parts;
    }

    /** The value; erroneous where something was reported. */
    Expr lower(Expression e) {
        return lower(e, Optional.empty());
    }

    /** The value, left in the destination where an effect produces it and it fits. */
    Expr lower(Expression e, Optional<Destination> to) {
        Expr value = dispatch(e, to);
        if (value.type() instanceof Type.Void) {
            code.findings().mismatch(e.span(), "this call has no result", "Call it as a statement of its own.");
            return new Expr.Erroneous(e.span());
        }
        return value;
    }

    /** The value for a place of a type. */
    Expr lower(Expression e, Type target, String role) {
        return parts.coercion().to(target, lower(e), role);
    }

    /** A condition. */
    Expr condition(Expression e) {
        return lower(e, Operators.BOOL, "the condition");
    }

    /** Lowers for the effect only. */
    void effect(Expression e) {
        if (e instanceof Expression.Call call) {
            parts.calls().statement(call);
        } else if (e instanceof Expression.Assign
                || e instanceof Expression.CompoundAssign
                || e instanceof Expression.Step) {
            parts.assignments().statement(e);
        } else if (e instanceof Expression.New made) {
            parts.creation().lower(made, Optional.empty());
        } else {
            code.findings().mismatch(e.span(), "this is no statement", "Remove it, or use its value.");
        }
    }

    private Expr dispatch(Expression e, Optional<Destination> to) {
        if (e instanceof Expression.IntLiteral literal) {
            return literal(literal);
        }
        if (e instanceof Expression.CharLiteral literal) {
            BigInteger value = BigInteger.valueOf(literal.value());
            return new Expr.Const(value, Type.Int.of(Type.Java.INT, Interval.of(value)), literal.span());
        }
        if (e instanceof Expression.BooleanLiteral literal) {
            return new Expr.BoolConst(literal.value(), Operators.BOOL, literal.span());
        }
        if (e instanceof Expression.NullLiteral literal) {
            return new Expr.NullConst(new Type.Null(), literal.span());
        }
        if (e instanceof Expression.Name name) {
            return parts.variables().name(name);
        }
        if (e instanceof Expression.FieldAccess access) {
            return parts.variables().access(access);
        }
        if (e instanceof Expression.This self && self.outer().isEmpty()) {
            return parts.variables().self(self.span());
        }
        if (e instanceof Expression.ArrayAccess access) {
            return element(access);
        }
        if (e instanceof Expression.Call call) {
            return parts.calls().lower(call, to);
        }
        if (e instanceof Expression.New made) {
            return parts.creation().lower(made, to);
        }
        if (e instanceof Expression.Unary unary) {
            return parts.operators().unary(unary.operator(), lower(unary.operand()), unary.span());
        }
        if (e instanceof Expression.Binary binary) {
            return parts.conditions().binary(binary);
        }
        if (e instanceof Expression.Conditional choice) {
            return parts.conditions().choice(choice, to);
        }
        if (e instanceof Expression.Cast cast) {
            return cast(cast);
        }
        if (e instanceof Expression.Assign || e instanceof Expression.CompoundAssign || e instanceof Expression.Step) {
            return parts.assignments().value(e);
        }
        if (e instanceof Expression.Switch choice) {
            return parts.switches().value(choice, to);
        }
        if (e instanceof Expression.StringLiteral) {
            code.findings().outside(e.span(), "a string outside of a log line or format", "Use an enum, or a number.");
        } else if (e instanceof Expression.ClassLiteral) {
            code.findings()
                    .outside(
                            e.span(),
                            "a class literal outside of a bind call",
                            "Pass it to `bind`, `struct`, `ring` or `array`.");
        } else if (e instanceof Expression.NewArray || e instanceof Expression.ArrayLiteral) {
            code.findings()
                    .outside(
                            e.span(),
                            "a new array outside of a field's declaration",
                            "Declare `private final int[] name = new int[LENGTH];` as a field.");
        }
        return new Expr.Erroneous(e.span());
    }

    private static Expr literal(Expression.IntLiteral literal) {
        BigInteger value = literal.value();
        if (literal.isLong() && literal.hexadecimal() && value.signum() < 0) {
            value = value.add(BigInteger.ONE.shiftLeft(64));
        }
        Type.Java carrier = literal.isLong() ? Type.Java.LONG : Type.Java.INT;
        return new Expr.Const(value, Type.Int.of(carrier, Interval.of(value)), literal.span());
    }

    private Expr element(Expression.ArrayAccess access) {
        List<Expr> operands = code.ordered(
                List.of(() -> lower(access.array()), () -> lower(access.index(), Type.Int.INT, "the index")));
        return element(operands.get(0), operands.get(1), access.span());
    }

    /** An element of an array. */
    Expr element(Expr array, Expr index, Span span) {
        if (array.type() instanceof Type.Erroneous || index.type() instanceof Type.Erroneous) {
            return new Expr.Erroneous(span);
        }
        if (!(array.type() instanceof Type.Array type)) {
            code.findings()
                    .mismatch(
                            span,
                            "an index on " + TypeText.of(array.type()) + ", which is no array",
                            "Use an array, or `at(index)` of a DmaArray.");
            return new Expr.Erroneous(span);
        }
        return new Expr.Element(array, index, type.element(), span);
    }

    private Expr cast(Expression.Cast cast) {
        AnnotationCheck.check(List.of(), cast.type(), code.owner(), code.world());
        boolean toByte = cast.type().name().equals("byte") && cast.type().dimensions() == 0;
        Type target = toByte ? Type.Int.BYTE : code.world().types().resolve(cast.type(), List.of(), code.owner());
        Expr value = lower(cast.operand());
        if (value.type() instanceof Type.Erroneous || target instanceof Type.Erroneous) {
            return new Expr.Erroneous(cast.span());
        }
        if (!(target instanceof Type.Int to) || !(value.type() instanceof Type.Int from)) {
            if (parts.coercion().fits(value.type(), target)) {
                return parts.coercion().to(target, value, "the value");
            }
            code.findings()
                    .mismatch(
                            cast.span(),
                            "a cast from " + TypeText.of(value.type()) + " to " + TypeText.of(target),
                            "Cast numbers only.");
            return new Expr.Erroneous(cast.span());
        }
        if (from.java().bits() <= to.java().bits()) {
            Expr widened = Coercion.widen(value, to.java());
            return to.unit().isPresent() ? inUnit(widened, to, cast.span()) : widened;
        }
        Type.Int result =
                new Type.Int(to.java(), to.range(), from.bits(), from.qualifiers(), to.bounds(), to.unit());
        // All eight bits of a @U8 number go into a byte: nothing is lost, though Java's byte shows the upper half as
        // negative.
        boolean octet = toByte && isOctet(value);
        return new Expr.Convert(octet ? Expr.Conversion.TRUNCATE : Expr.Conversion.NARROW, value, result, cast.span());
    }

    /** Whether the number is one of eight bits, by its type or by a mask. */
    private static boolean isOctet(Expr e) {
        if (e instanceof Expr.Binary masked && masked.op() == Expr.BinaryOp.BIT_AND) {
            return isMask(masked.left()) || isMask(masked.right());
        }
        return e.type() instanceof Type.Int number && Interval.U8.contains(number.range());
    }

    private static boolean isMask(Expr e) {
        BigInteger value = e instanceof Expr.Const c ? c.value() : e instanceof Expr.NamedConst n ? n.value() : null;
        return value != null ? Interval.U8.contains(value)
                : e instanceof Expr.Convert widened && widened.kind() == Expr.Conversion.WIDEN && isMask(widened.operand());
    }

    /** The same number, in another unit. */
    private static Expr inUnit(Expr value, Type.Int to, Span span) {
        Type.Int given = (Type.Int) value.type();
        Type.Int type = new Type.Int(
                given.java(), given.range(), given.bits(), given.qualifiers(), given.bounds(), to.unit());
        return new Expr.Convert(Expr.Conversion.WIDEN, value, type, span);
    }
}
