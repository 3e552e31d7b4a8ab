// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.math.BigInteger;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.IrText;
import vireo.generator.ir.Type;
import vireo.generator.resolve.TypeText;
import vireo.generator.resolve.World;

/** Brings a value to the type of the place it goes to, where Java would: widening, an interface of its class, null. */
final class Coercion {
    private static final BigInteger LONG_MAX = Interval.LONG.max();

    private final World world;

    Coercion(World world) {
        this.world = world;
    }

    /** The value as the place needs it; a value that does not go there is VR111. */
    Expr to(Type target, Expr value, String role) {
        if (value.type() instanceof Type.Erroneous || target instanceof Type.Erroneous) {
            return value;
        }
        if (target instanceof Type.Int wanted && value.type() instanceof Type.Int given) {
            return number(wanted, given, value, role);
        }
        if (value.type() instanceof Type.Null && isReference(target)) {
            return new Expr.NullConst(nullable(target), value.span());
        }
        if (sameForm(value.type(), target)) {
            return elements(target, value, role);
        }
        if (value.type() instanceof Type.Object o && isInterfaceOf(target, o)) {
            Type seen = target instanceof Type.Foreign f
                    ? new Type.Foreign(f.name(), f.cType(), f.linear(), o.nullable())
                    : new Type.Interface(TypeText.name(target), o.nullable());
            return new Expr.Convert(Expr.Conversion.UPCAST, value, seen, value.span());
        }
        world.findings().mismatch(value.span(), value.type(), target, role);
        return new Expr.Erroneous(value.span());
    }

    /**
     * Both names of an array store into it and read from it, so both have to promise the same of its elements. A bound that names
     * another value is never the same: it is about the object that the array lies in.
     */
    private Expr elements(Type target, Expr value, String role) {
        if (!(target instanceof Type.Array wanted) || !(value.type() instanceof Type.Array given)) {
            return value;
        }
        boolean bounded = hasBounds(wanted.element()) || hasBounds(given.element());
        if (!bounded && IrText.of(wanted.element()).equals(IrText.of(given.element()))) {
            return value;
        }
        world.findings()
                .mismatch(
                        value.span(),
                        role + " is an array of " + IrText.of(given.element()) + ", and one of "
                                + IrText.of(wanted.element()) + " is needed",
                        bounded
                                ? "Use an array with bounded elements inside its own object only."
                                : "Declare the elements alike: what one name stores, the other reads.");
        return new Expr.Erroneous(value.span());
    }

    private static boolean hasBounds(Type element) {
        return element instanceof Type.Int number && !number.bounds().isEmpty();
    }

    /** Whether a value of one type goes to a place of the other, without a finding. */
    boolean fits(Type given, Type target) {
        if (given instanceof Type.Erroneous || target instanceof Type.Erroneous) {
            return true;
        }
        if (given instanceof Type.Int g && target instanceof Type.Int t) {
            return g.java().bits() <= t.java().bits();
        }
        return given instanceof Type.Null && isReference(target)
                || sameForm(given, target)
                || given instanceof Type.Object o && isInterfaceOf(target, o);
    }

    private Expr number(Type.Int wanted, Type.Int given, Expr value, String role) {
        if (value instanceof Expr.Const constant && fitsConstant(constant, given, wanted)) {
            return constant(constant, wanted);
        }
        if (given.java().bits() > wanted.java().bits()) {
            world.findings().mismatch(value.span(), given, wanted, role);
            return new Expr.Erroneous(value.span());
        }
        Expr widened = widen(value, wanted.java());
        boolean bits = given.qualifiers().contains(Type.Qualifier.BIT_MASK)
                && wanted.qualifiers().contains(Type.Qualifier.BIT_MASK);
        boolean never = isU64(wanted) && given.range().min().signum() >= 0;
        return isU64(wanted) == isU64(given) || never || bits || value instanceof Expr.NamedConst
                ? widened
                : new Expr.Convert(Expr.Conversion.REINTERPRET, widened, reinterpreted(wanted, given), value.span());
    }

    private static boolean fitsConstant(Expr.Const constant, Type.Int given, Type.Int wanted) {
        boolean narrows = given.java().bits() > wanted.java().bits();
        return !narrows || given.java() == Type.Java.INT && wanted.range().contains(constant.value());
    }

    private static Expr constant(Expr.Const constant, Type.Int wanted) {
        Type.Int type = (Type.Int) constant.type();
        if (isU64(type) && !isU64(wanted)) {
            BigInteger signed = BigInteger.valueOf(constant.value().longValue());
            return new Expr.Const(signed, Type.Int.of(Type.Java.LONG, Interval.of(signed)), constant.span());
        }
        return type.java() == wanted.java()
                ? constant
                : new Expr.Const(
                        constant.value(),
                        new Type.Int(wanted.java(), type.range(), type.bits(), type.qualifiers(), type.bounds()),
                        constant.span());
    }

    private static Type.Int reinterpreted(Type.Int wanted, Type.Int given) {
        Interval range = isU64(wanted) ? Interval.U64 : new Interval(BigInteger.ZERO, LONG_MAX);
        return new Type.Int(Type.Java.LONG, range, given.bits(), given.qualifiers(), given.bounds());
    }

    /** A number with another carrier, if it has not got it already. */
    static Expr widen(Expr value, Type.Java carrier) {
        if (!(value.type() instanceof Type.Int given) || given.java().bits() >= carrier.bits()) {
            return value;
        }
        Type.Int wide = new Type.Int(carrier, given.range(), given.bits(), given.qualifiers(), given.bounds());
        if (value instanceof Expr.Const constant) {
            return new Expr.Const(constant.value(), wide, constant.span());
        }
        return new Expr.Convert(Expr.Conversion.WIDEN, value, wide, value.span());
    }

    /** Whether the type holds numbers that a signed long does not. */
    static boolean isU64(Type type) {
        return type instanceof Type.Int number && number.range().max().compareTo(LONG_MAX) > 0;
    }

    /** Whether values of both types are held alike, so that none needs a conversion. */
    static boolean sameForm(Type a, Type b) {
        if (a instanceof Type.Int x && b instanceof Type.Int y) {
            return x.java() == y.java() && isU64(x) == isU64(y);
        }
        if (a instanceof Type.Array x && b instanceof Type.Array y) {
            return TypeText.plain(x.element()).equals(TypeText.plain(y.element()));
        }
        if (a instanceof Type.DmaArray x && b instanceof Type.DmaArray y) {
            return sameForm(x.element(), y.element());
        }
        return a.getClass() == b.getClass() && TypeText.name(a).equals(TypeText.name(b));
    }

    static boolean isReference(Type type) {
        return type instanceof Type.Object
                || type instanceof Type.Interface
                || type instanceof Type.Block
                || type instanceof Type.Dma
                || type instanceof Type.Foreign f && f.isPointer();
    }

    /** Whether values of the type may be null. */
    static boolean isNullable(Type type) {
        return type instanceof Type.Null
                || type instanceof Type.Object o && o.nullable()
                || type instanceof Type.Interface i && i.nullable()
                || type instanceof Type.Block b && b.nullable()
                || type instanceof Type.Dma d && d.nullable()
                || type instanceof Type.Foreign f && f.nullable();
    }

    /** The type with null among its values. */
    static Type nullable(Type target) {
        if (target instanceof Type.Object o) {
            return new Type.Object(o.name(), true);
        }
        if (target instanceof Type.Interface i) {
            return new Type.Interface(i.name(), true);
        }
        if (target instanceof Type.Block b) {
            return new Type.Block(b.name(), true);
        }
        if (target instanceof Type.Foreign f) {
            return new Type.Foreign(f.name(), f.cType(), f.linear(), f.isPointer());
        }
        return target instanceof Type.Dma d ? new Type.Dma(d.name(), d.length(), true) : target;
    }

    /** The view without what is known of its length. */
    static Type withoutLength(Type view) {
        if (view instanceof Type.Dma dma) {
            return new Type.Dma(dma.name(), Optional.empty(), dma.nullable());
        }
        if (view instanceof Type.DmaArray array) {
            return new Type.DmaArray(array.element(), Optional.empty());
        }
        return view instanceof Type.DmaBytes ? new Type.DmaBytes(Optional.empty()) : view;
    }

    /** Whether the type is an interface, of the driver or of the dsl, that the object's class implements. */
    private boolean isInterfaceOf(Type type, Type.Object object) {
        return (type instanceof Type.Interface || type instanceof Type.Foreign)
                && world.implementations()
                        .interfacesOf(world.sources().find(object.name()).orElseThrow())
                        .contains(TypeText.name(type));
    }
}
