// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;
import vireo.generator.emit.c.tree.CVariable;
import vireo.generator.emit.c.tree.Negation;
import vireo.generator.flow.Values;
import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.FieldDecl;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Stmt;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;
import vireo.generator.ir.TypeDecl;

/** Pure expressions of one function. Numbers are {@link ArithmeticLowering}'s. */
final class ExpressionLowering {
    private final ProgramFacts facts;
    private final TypeMapping types;
    private final FunctionScope scope;
    private final Values values;
    private final ArithmeticLowering arithmetic;
    private Stmt at;

    ExpressionLowering(ProgramFacts facts, TypeMapping types, FunctionScope scope, Values values) {
        this.facts = facts;
        this.types = types;
        this.scope = scope;
        this.values = values;
        this.arithmetic = new ArithmeticLowering(this);
    }

    /** The statement whose operands are lowered from now on. */
    void at(Stmt statement) {
        at = statement;
    }

    vireo.generator.ir.Program program() {
        return facts.program();
    }

    TypeMapping types() {
        return types;
    }

    Interval interval(Expr e) {
        if (e instanceof Expr.Const c) {
            return Interval.of(c.value());
        }
        return e instanceof Expr.NamedConst c ? Interval.of(c.value()) : values.intervalOf(e, at);
    }

    /** The expression for a place of a C type. */
    CExpr to(Expr e, CType target) {
        return Conversions.to(lower(e), target);
    }

    CValue lower(Expr e) {
        if (e instanceof Expr.Const c) {
            return Literals.value(c.value(), c.span());
        }
        if (e instanceof Expr.BoolConst c) {
            return symbol(c.value() ? "true" : "false", CType.BOOL);
        }
        if (e instanceof Expr.NullConst c) {
            return symbol("NULL", CType.VOID.pointer());
        }
        if (e instanceof Expr.NamedConst c) {
            return named(c);
        }
        if (e instanceof Expr.EnumConst c) {
            return symbol(CNames.macro(((Type.Enum) c.type()).name(), c.name()), types.of(c.type()));
        }
        if (e instanceof Expr.ErrnoConst c) {
            return CValue.of(new CExpr.Unary("-", new CExpr.Symbol(c.name())), CType.INT);
        }
        if (e instanceof Expr.ErrnoOf o) {
            return CValue.of(scope.caught(o.exception()), CType.INT);
        }
        if (e instanceof Expr.Get g) {
            return g.type() instanceof Type.Errno && scope.caught(g.local()) != null
                    ? CValue.of(scope.caught(g.local()), CType.INT)
                    : CValue.of(new CExpr.Variable(scope.of(g.local())), scope.of(g.local()).type());
        }
        if (e instanceof Expr.This) {
            return CValue.of(scope.receiver(), scope.receiverVariable().orElseThrow().type());
        }
        if (e instanceof Expr.Field f) {
            return field(f);
        }
        if (e instanceof Expr.Element x) {
            CValue raw = element(x);
            boolean signed = x.type() instanceof Type.Int number && number.java() == Type.Java.BYTE
                    && number.range().min().signum() < 0;
            return signed ? CValue.of(new CExpr.Cast(CType.of(CInt.S8), raw.expr()), CInt.S8) : raw;
        }
        if (e instanceof Expr.Length l) {
            return length(l.array());
        }
        if (e instanceof Expr.Conditional c && !(c.type() instanceof Type.Int)) {
            CValue yes = lower(c.yes());
            CExpr condition = condition(c.condition());
            if (Logic.outcome(condition).isPresent()) {
                return Logic.outcome(condition).get() ? yes : lower(c.no());
            }
            return CValue.of(new CExpr.Ternary(condition, yes.expr(), lower(c.no()).expr()), yes.type());
        }
        if (e instanceof Expr.Convert c && c.kind() == Expr.Conversion.UPCAST) {
            return upcast(c);
        }
        if (e instanceof Expr.NewValue v) {
            return newValue(v);
        }
        if (e instanceof Expr.DmaField || e instanceof Expr.DmaElement) {
            CExpr place = place(e);
            return CValue.of(e.type() instanceof Type.Dma ? CExpr.addressOf(place) : place, types.of(e.type()));
        }
        if (e instanceof Expr.RegisterRef r) {
            return CValue.of(register(r), CType.IOMEM);
        }
        if (e instanceof Expr.ForeignPure f) {
            return foreign(f);
        }
        return arithmetic.lower(e);
    }

    private static CValue symbol(String name, CType type) {
        return CValue.of(new CExpr.Symbol(name), type);
    }

    private CValue named(Expr.NamedConst c) {
        boolean known = facts.program().type(c.owner()).isPresent();
        if (c.type() instanceof Type.Bool) {
            return symbol(known ? CNames.macro(c.owner(), c.name()) : c.value().signum() != 0 ? "true" : "false", CType.BOOL);
        }
        return known
                ? CValue.constant(new CExpr.Symbol(CNames.macro(c.owner(), c.name())), c.value())
                : Literals.value(c.value(), true);
    }

    private CValue field(Expr.Field f) {
        CExpr place = fieldPlace(f.object(), f.field());
        boolean embedded = facts.isEmbedded(f.field());
        return CValue.of(embedded ? CExpr.addressOf(place) : place, types.stored(f.type()));
    }

    /** A field as a place that can be assigned. */
    CExpr fieldPlace(Expr object, FieldDecl field) {
        return member(object, field, CNames.variable(field.name()));
    }

    private CExpr member(Expr object, FieldDecl field, String name) {
        CExpr owner = lower(object).expr();
        String tag = CNames.type(field.owner());
        return object.type() instanceof Type.Value ? new CExpr.Member(owner, false, name, tag) : CExpr.behind(owner, name, tag);
    }

    /** An element as the array stores it: bytes without their sign. */
    CValue element(Expr.Element x) {
        return CValue.of(
                new CExpr.Index(lower(x.array()).expr(), lower(x.index()).expr()), types.stored(x.type()));
    }

    /** The length of an array or of bytes, wherever it is kept. */
    CValue length(Expr array) {
        Type type = array.type();
        if (type instanceof Type.Array a && a.fixed().isPresent()) {
            return fixedLength(array, a.fixed().getAsInt());
        }
        Optional<Expr> term = type instanceof Type.Array a ? a.length()
                : type instanceof Type.DmaArray d ? d.length()
                : type instanceof Type.DmaBytes b ? b.length() : Optional.empty();
        if (term.isPresent()) {
            Expr length = array instanceof Expr.Field f ? Substitution.of(f.object()).apply(term.get()) : term.get();
            return lower(length);
        }
        if (array instanceof Expr.Get g) {
            CVariable length = scope.lengthOf(g.local()).orElseThrow();
            return CValue.of(new CExpr.Variable(length), length.type());
        }
        if (array instanceof Expr.Field f) {
            return CValue.of(lengthPlace(f.object(), f.field()), CInt.U32);
        }
        if (array instanceof Expr.DmaField f && f.field().count().isPresent()) {
            return Literals.value(BigInteger.valueOf(f.field().count().getAsInt()), false);
        }
        throw new IllegalStateException("no length is known for " + array);
    }

    /** A length by the constant that the author declared the array with, where there is one. */
    private CValue fixedLength(Expr array, int length) {
        BigInteger value = BigInteger.valueOf(length);
        if (array instanceof Expr.Field f) {
            Optional<TypeDecl.ConstantDecl> constant = ArrayLengths.constant(facts.program(), f.field(), length);
            if (constant.isPresent()) {
                String name = CNames.macro(constant.get().owner(), constant.get().name());
                return CValue.constant(new CExpr.Symbol(name), value);
            }
        }
        return Literals.value(value, false);
    }

    /** The field beside an array field that holds its length. */
    CExpr lengthPlace(Expr object, FieldDecl field) {
        return member(object, field, CNames.variable(field.name()) + "_length");
    }

    /** Arguments of a driver function: a pointer whose length nothing else says is followed by it. */
    List<CExpr> arguments(List<Expr> arguments, List<vireo.generator.ir.Local> parameters) {
        List<CExpr> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Type declared = parameters.get(i).type();
            all.add(to(arguments.get(i), types.of(declared)));
            if (TypeMapping.carriesLength(declared)) {
                all.add(Conversions.to(length(arguments.get(i)), CType.of(CInt.U32)));
            }
        }
        return all;
    }

    private CValue upcast(Expr.Convert c) {
        CValue object = lower(c.operand());
        String target = c.type() instanceof Type.Foreign f ? f.name() : ((Type.Interface) c.type()).name();
        if (facts.soleImplementation(target).isPresent() || c.operand().type() instanceof Type.Null) {
            return object;
        }
        String owner = types.tag(c.operand().type()).orElseThrow();
        CExpr inside = CExpr.addressOf(CExpr.behind(object.expr(), CNames.type(target), owner));
        boolean nullable = c.operand().type() instanceof Type.Object o && o.nullable();
        CExpr whole = nullable ? new CExpr.Ternary(object.expr(), inside, new CExpr.Symbol("NULL")) : inside;
        return CValue.of(whole, types.of(c.type()));
    }

    private CValue newValue(Expr.NewValue v) {
        TypeDecl.RecordDecl record = (TypeDecl.RecordDecl) facts.program().type(v.record()).orElseThrow();
        List<CExpr.Initializer> fields = new ArrayList<>();
        for (int i = 0; i < v.components().size(); i++) {
            FieldDecl component = record.components().get(i);
            String name = CNames.variable(component.name());
            fields.add(new CExpr.Initializer(name, to(v.components().get(i), types.stored(component.type()))));
            if (TypeMapping.carriesLength(component.type())) {
                fields.add(new CExpr.Initializer(
                        name + "_length", Conversions.to(length(v.components().get(i)), CType.of(CInt.U32))));
            }
        }
        CType type = CType.struct(CNames.type(v.record()));
        return CValue.of(new CExpr.Compound(type, fields), type);
    }

    /** A cell, array or structure in device-visible memory as a place. */
    CExpr place(Expr e) {
        if (e instanceof Expr.DmaField f) {
            CExpr structure = lower(f.structure()).expr();
            String tag = CNames.type(f.field().owner());
            String name = CNames.variable(f.field().name());
            if (f.field().after().isPresent()) {
                Expr length = ((Type.Dma) f.structure().type()).length().orElseThrow();
                return CExpr.dereference(CExpr.call(
                        tag + "_" + name, List.of(structure, to(length, CType.of(CInt.U32))), CExpr.Effect.NONE));
            }
            return CExpr.behind(structure, name, tag);
        }
        if (e instanceof Expr.DmaElement x) {
            return new CExpr.Index(lower(x.array()).expr(), lower(x.index()).expr());
        }
        throw new IllegalArgumentException("not in device-visible memory: " + e);
    }

    /** A register's address. */
    CExpr register(Expr.RegisterRef r) {
        CExpr base = lower(r.block()).expr();
        CExpr offset = new CExpr.Binary(
                "+", base, new CExpr.Symbol(CNames.macro(r.register().owner(), r.register().name())));
        if (r.index().isEmpty()) {
            return offset;
        }
        CExpr stride = new CExpr.Number(Integer.toString(r.register().bits() / 8));
        return new CExpr.Binary("+", offset, new CExpr.Binary("*", stride, lower(r.index().get()).expr()));
    }

    private CValue foreign(Expr.ForeignPure f) {
        String name = f.function().cName();
        CType type = types.stored(f.type());
        if (name.startsWith(".")) {
            CValue object = lower(f.arguments().get(0));
            return CValue.of(new CExpr.Member(object.expr(), object.type().pointers() > 0, name.substring(1), ""), type);
        }
        List<CExpr> arguments = new ArrayList<>();
        int first = f.arguments().size() - f.function().parameters().size();
        for (int i = 0; i < f.arguments().size(); i++) {
            arguments.add(i < first
                    ? lower(f.arguments().get(i)).expr()
                    : to(f.arguments().get(i), types.stored(f.function().parameters().get(i - first))));
        }
        return CValue.of(CExpr.call(name, arguments, CExpr.Effect.NONE), type);
    }

    /** A boolean as a condition: kernel style leaves out comparisons of pointers and masked bits with zero. */
    CExpr condition(Expr e) {
        if (e instanceof Expr.Unary u && u.op() == Expr.UnaryOp.NOT) {
            return Negation.of(condition(u.operand()));
        }
        if (e instanceof Expr.Binary b) {
            switch (b.op()) {
                case AND, OR -> {
                    CExpr left = condition(b.left());
                    CExpr right = condition(b.right());
                    return b.op() == Expr.BinaryOp.AND ? Logic.and(left, right) : Logic.or(left, right);
                }
                case EQ, NE -> {
                    Optional<CExpr> bare = arithmetic.bareTest(b);
                    if (bare.isPresent()) {
                        return b.op() == Expr.BinaryOp.NE ? bare.get() : Negation.of(bare.get());
                    }
                }
                default -> { }
            }
        }
        return lower(e).expr();
    }
}
