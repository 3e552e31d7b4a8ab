// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.MethodDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Builds small programs in the IR by hand, for tests that are about the flow and not about the front end. */
public final class IrSketch {
    private final SourceFile file = SourceFile.of("Sketch.java", " ".repeat(100_000));
    private int position;
    private int locals;

    public static final Type.Int INT = Type.Int.INT;
    public static final Type.Int LONG = Type.Int.LONG;
    public static final Type.Int U8 = Type.Int.of(Type.Java.INT, Interval.U8);
    public static final Type.Int U16 = Type.Int.of(Type.Java.INT, Interval.U16);
    public static final Type.Int U32 = Type.Int.of(Type.Java.LONG, Interval.U32);
    public static final Type.Int U64 = Type.Int.of(Type.Java.LONG, Interval.U64);
    public static final Type BOOL = new Type.Bool();

    /** A place of its own for each node, so that findings can be told apart. */
    public Span span() {
        int start = position++;
        return new Span(file, start, start + 1);
    }

    public Local parameter(String name, Type type) {
        return new Local(locals++, name, type, Local.Kind.PARAMETER, span());
    }

    public Local variable(String name, Type type) {
        return new Local(locals++, name, type, Local.Kind.VARIABLE, span());
    }

    public Expr get(Local local) {
        return new Expr.Get(local, local.type(), span());
    }

    public Expr number(long value) {
        return new Expr.Const(BigInteger.valueOf(value), INT, span());
    }

    public Expr op(Expr.BinaryOp op, Expr left, Expr right) {
        boolean comparison = switch (op) {
            case EQ, NE, LT, LE, GT, GE, LT_U64, LE_U64, AND, OR -> true;
            default -> false;
        };
        boolean wide = ((left.type() instanceof Type.Int l) && l.java() == Type.Java.LONG)
                || ((right.type() instanceof Type.Int r) && r.java() == Type.Java.LONG);
        Type type = comparison ? BOOL : wide ? LONG : INT;
        return new Expr.Binary(op, Expr.Overflow.EXACT, left, right, type, span());
    }

    public Expr not(Expr operand) {
        return new Expr.Unary(Expr.UnaryOp.NOT, operand, BOOL, span());
    }

    public Expr choose(Expr condition, Expr yes, Expr no) {
        return new Expr.Conditional(condition, yes, no, yes.type(), span());
    }

    public Expr field(FieldDecl field) {
        return new Expr.Field(new Expr.This(new Type.Object(field.owner(), false), span()), field, field.type(), span());
    }

    public FieldDecl finalField(String name, Type type) {
        return new FieldDecl("t.Sketch", name, type, true, true, "", span());
    }

    public FieldDecl mutableField(String name, Type type) {
        return new FieldDecl("t.Sketch", name, type, false, true, "", span());
    }

    public Expr element(Expr array, Expr index) {
        Type element = array.type() instanceof Type.Array declared ? declared.element() : INT;
        return new Expr.Element(array, index, element, span());
    }

    public static Type array(Type element, int length) {
        return new Type.Array(element, OptionalInt.of(length), Optional.empty());
    }

    public static Type arrayOf(Type element, Expr length) {
        return new Type.Array(element, OptionalInt.empty(), Optional.of(length));
    }

    public static Type.Int below(Type.Int type, Expr term) {
        return type.withBounds(List.of(new Type.Bound(true, term)));
    }

    public static Type.Int mask(Type.Int type, long bits) {
        return new Type.Int(type.java(), type.range(), bits, Set.of(), List.of());
    }

    public Stmt declare(Local local, Expr value) {
        return new Stmt.Declare(local, Optional.of(value), span());
    }

    public Stmt declare(Local local) {
        return new Stmt.Declare(local, Optional.empty(), span());
    }

    public Stmt assign(Local local, Expr value) {
        return new Stmt.Assign(local, value, span());
    }

    public Stmt store(FieldDecl field, Expr value) {
        return new Stmt.SetField(new Expr.This(new Type.Object(field.owner(), false), span()), field, value, span());
    }

    public Stmt when(Expr condition, Stmt... then) {
        return new Stmt.If(condition, List.of(then), List.of(), span());
    }

    public Stmt either(Expr condition, List<Stmt> then, List<Stmt> otherwise) {
        return new Stmt.If(condition, then, otherwise, span());
    }

    public Stmt fail() {
        return new Stmt.Throw(new Expr.ErrnoConst("EINVAL", new Type.Errno(), span()), span());
    }

    public Stmt give(Expr value) {
        return new Stmt.Return(Optional.of(value), span());
    }

    public Stmt loop(Expr condition, List<Stmt> body, List<Stmt> update) {
        return new Stmt.Loop(Optional.empty(), List.of(), condition, body, update, true, Stmt.Form.FOR, span());
    }

    /** {@code for (int i = 0; i < limit; i++) body}. */
    public List<Stmt> count(Local i, Expr limit, Stmt... body) {
        List<Stmt> all = new ArrayList<>();
        all.add(declare(i, number(0)));
        all.add(loop(op(Expr.BinaryOp.LT, get(i), limit), List.of(body),
                List.of(assign(i, op(Expr.BinaryOp.ADD, get(i), number(1))))));
        return all;
    }

    public MethodDecl method(String name, Type result, List<Local> parameters, List<Stmt> body) {
        return new MethodDecl("t.Sketch." + name + "()", "t.Sketch", name, MethodDecl.Kind.INSTANCE, false, parameters, result, true,
                false, false, false, Optional.of(body), "", span());
    }

    public Program program(List<FieldDecl> fields, MethodDecl... methods) {
        return new Program(List.of(new TypeDecl.ClassDecl("t.Sketch", false, false, false, List.of(), List.of(), fields, List.of(methods), "",
                span())));
    }
}
