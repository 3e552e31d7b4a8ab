// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.flow.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Local;
import vireo.generator.ir.Substitution;
import vireo.generator.ir.Type;

/**
 * Brings pure expressions into the form that facts speak of. Exact arithmetic counts as mathematical here, because each exact
 * operation is proved not to leave its carrier where it stands.
 */
public final class Terms {
    /** Deeper expressions have no atom of their own: facts on them are never asked for, and atoms would grow without end. */
    private static final int DEEPEST = 6;

    private static final Linear NONE = Linear.of(Long.MIN_VALUE);

    private final Atoms atoms = new Atoms();
    private final Map<Expr, Linear> cache = new IdentityHashMap<>();
    private final Map<Atom, List<UpperBound>> declared = new IdentityHashMap<>();

    /** {@code atom <= limit}, by declaration. */
    record UpperBound(Linear limit) {}

    /** The linear form of a number; empty where it has none. */
    public Optional<Linear> linear(Expr e) {
        return Optional.ofNullable(form(e));
    }

    /** The place that a reference comes from; empty where it is not a path. */
    public Optional<Atom> place(Expr e) {
        return Optional.ofNullable(path(e));
    }

    Atoms atoms() {
        return atoms;
    }

    private Linear form(Expr e) {
        if (e instanceof Expr.Const c) {
            return Linear.of(c.value());
        }
        if (e instanceof Expr.NamedConst c) {
            return Linear.of(c.value());
        }
        if (e instanceof Expr.Get get) {
            return Linear.of(atoms.local(get.local()));
        }
        Linear known = cache.get(e);
        if (known == null) {
            known = compute(e);
            cache.put(e, known == null ? NONE : known);
        }
        return known == NONE ? null : known;
    }

    private Linear compute(Expr e) {
        if (e instanceof Expr.Field || e instanceof Expr.Element) {
            Atom atom = path(e);
            return atom == null ? null : Linear.of(atom);
        }
        if (e instanceof Expr.Length length) {
            return length(length.array()).orElse(null);
        }
        if (e instanceof Expr.Unary unary) {
            return unary(unary);
        }
        if (e instanceof Expr.Binary binary) {
            return binary(binary);
        }
        if (e instanceof Expr.Convert convert) {
            return convert(convert);
        }
        if (e instanceof Expr.ForeignPure pure) {
            Atom atom = path(pure);
            return atom == null ? null : Linear.of(atom);
        }
        return null;
    }

    private Linear unary(Expr.Unary e) {
        Linear operand = form(e.operand());
        if (operand == null) {
            return null;
        }
        return switch (e.op()) {
            case NEGATE -> difference(Linear.of(0), operand, e.type());
            case COMPLEMENT -> operation(new Operation.Complement(isUnsigned64(e.type())), List.of(operand), e.type(), "~" + inner(operand));
            case NOT -> null;
        };
    }

    private Linear binary(Expr.Binary e) {
        if (!(e.type() instanceof Type.Int type)) {
            return null;
        }
        Linear left = form(e.left());
        Linear right = form(e.right());
        if (left == null || right == null) {
            return null;
        }
        if (e.overflow() != Expr.Overflow.EXACT) {
            return operation(new Operation.Wrapping(e.op(), width(e.overflow()), type.java().bits()), List.of(left, right), type,
                    inner(left) + " " + Atoms.symbol(e.op()) + " " + inner(right) + " (wrapping)");
        }
        return arithmetic(e.op(), left, right, type);
    }

    /** The form of an exact operation on two forms. */
    private Linear arithmetic(Expr.BinaryOp op, Linear left, Linear right, Type.Int type) {
        int bits = Math.max(32, type.java().bits());
        switch (op) {
            case ADD:
                return sum(left, right, type);
            case SUB:
                return difference(left, right, type);
            case SHIFT_LEFT:
                if (right.isNumber() && right.offset().bitLength() < 7 && right.offset().signum() >= 0) {
                    return arithmetic(Expr.BinaryOp.MUL, left, Linear.of(BigInteger.ONE.shiftLeft(right.offset().intValue())), type);
                }
                break;
            case MUL:
                if (left.isNumber()) {
                    Linear swap = left;
                    left = right;
                    right = swap;
                }
                if (right.isNumber() && right.offset().equals(BigInteger.ONE)) {
                    return left;
                }
                break;
            case BIT_AND, BIT_OR, BIT_XOR:
                if (left.isNumber() || !right.isNumber() && left.atom().get().id() > right.atom().get().id()) {
                    Linear swap = left;
                    left = right;
                    right = swap;
                }
                break;
            default:
                break;
        }
        Operation.Binary operation = new Operation.Binary(op, bits, isUnsigned64(type));
        return operation(operation, List.of(left, right), type, inner(left) + " " + Atoms.symbol(op) + " " + inner(right));
    }

    Linear sum(Linear left, Linear right, Type type) {
        if (left.isNumber()) {
            return right.plus(left.offset());
        }
        if (right.isNumber()) {
            return left.plus(right.offset());
        }
        BigInteger offset = left.offset().add(right.offset());
        Atom a = left.atom().get();
        Atom b = right.atom().get();
        // (x - y) + y is x.
        Linear cancelled = cancel(a, b) != null ? cancel(a, b) : cancel(b, a);
        if (cancelled != null) {
            return cancelled.plus(offset);
        }
        Atom first = a.id() <= b.id() ? a : b;
        Atom second = first == a ? b : a;
        Linear sum = operation(new Operation.Binary(Expr.BinaryOp.ADD, 64, false), List.of(Linear.of(first), Linear.of(second)), type,
                inner(Linear.of(a)) + " + " + inner(Linear.of(b)));
        return sum == null ? null : sum.plus(offset);
    }

    private static Linear cancel(Atom difference, Atom added) {
        return isExact(difference, Expr.BinaryOp.SUB) && difference.operand(1).equals(Linear.of(added)) ? difference.operand(0) : null;
    }

    Linear difference(Linear left, Linear right, Type type) {
        if (right.isNumber()) {
            return left.plus(right.offset().negate());
        }
        if (left.atom().equals(right.atom())) {
            return Linear.of(left.offset().subtract(right.offset()));
        }
        Linear subtrahend = Linear.of(right.atom().get());
        Linear minuend = left.isNumber() ? left : Linear.of(left.atom().get());
        BigInteger offset = left.isNumber() ? right.offset().negate() : left.offset().subtract(right.offset());
        Linear difference = operation(new Operation.Binary(Expr.BinaryOp.SUB, 64, false), List.of(minuend, subtrahend), type,
                inner(minuend) + " - " + inner(subtrahend));
        return difference == null ? null : difference.plus(offset);
    }

    private Linear convert(Expr.Convert e) {
        Linear operand = form(e.operand());
        if (operand == null || !(e.type() instanceof Type.Int type)) {
            return null;
        }
        return switch (e.kind()) {
            case WIDEN, NARROW, UPCAST -> operand;
            case TRUNCATE -> {
                int width = type.range().max().bitLength();
                yield operation(new Operation.Truncate(width), List.of(operand), type, "the low " + width + " bits of " + operand);
            }
            case REINTERPRET -> isUnsigned64(type) && operand.isNumber() && operand.offset().signum() < 0
                    ? Linear.of(operand.offset().add(BigInteger.ONE.shiftLeft(64)))
                    : operand;
            case SWAP -> {
                int width = Math.max(16, type.range().max().bitLength());
                yield operation(new Operation.Swap(width), List.of(operand), type, "the bytes of " + operand + " reversed");
            }
        };
    }

    private Linear operation(Operation operation, List<Linear> operands, Type type, String text) {
        boolean numbers = true;
        for (Linear operand : operands) {
            numbers &= operand.isNumber();
            if (operand.atom().isPresent() && operand.atom().get().depth() >= DEEPEST) {
                return null;
            }
        }
        if (numbers) {
            Value folded = Evaluator.apply(operation, operands.stream().map(n -> Value.constant(n.offset())).toList());
            if (folded.isConstant()) {
                return Linear.of(folded.min());
            }
        }
        return Linear.of(atoms.operation(operation, operands, type, text));
    }

    private static String inner(Linear operand) {
        boolean compound = operand.atom().isPresent()
                && (operand.offset().signum() != 0 || operand.atom().get().kind() == Atom.Kind.OPERATION);
        return compound ? "(" + operand + ")" : operand.toString();
    }

    private static int width(Expr.Overflow overflow) {
        return switch (overflow) {
            case WRAP_8 -> 8;
            case WRAP_16 -> 16;
            case WRAP_32 -> 32;
            case WRAP_64, EXACT -> 64;
        };
    }

    private Atom path(Expr e) {
        if (e instanceof Expr.Get get) {
            return atoms.local(get.local());
        }
        if (e instanceof Expr.This) {
            return atoms.self();
        }
        if (e instanceof Expr.Field field) {
            Atom object = path(field.object());
            return object == null ? null : fieldOf(object, field);
        }
        if (e instanceof Expr.Element element) {
            Atom array = path(element.array());
            Linear index = array == null ? null : form(element.index());
            return index == null || array.depth() >= DEEPEST ? null : elementOf(array, index, element);
        }
        if (e instanceof Expr.DmaField part) {
            Atom structure = path(part.structure());
            return structure == null ? null : atoms.dmaPart(structure, part.field().name(), List.of(), part.type());
        }
        if (e instanceof Expr.DmaElement part) {
            Atom array = path(part.array());
            Linear index = array == null ? null : form(part.index());
            return index == null || array.depth() >= DEEPEST ? null : atoms.dmaPart(array, "at", List.of(index), part.type());
        }
        if (e instanceof Expr.Convert convert && convert.kind() == Expr.Conversion.UPCAST) {
            return path(convert.operand());
        }
        if (e instanceof Expr.ForeignPure pure) {
            return pure(pure);
        }
        return null;
    }

    private Atom pure(Expr.ForeignPure e) {
        Atom base = null;
        List<Linear> numbers = new ArrayList<>();
        for (Expr argument : e.arguments()) {
            if (argument.type() instanceof Type.Int) {
                Linear number = form(argument);
                if (number == null) {
                    return null;
                }
                numbers.add(number);
            } else if (base == null) {
                base = path(argument);
                if (base == null) {
                    return null;
                }
            } else {
                return null;
            }
        }
        String name = e.function().javaName();
        String text = (base == null ? "" : base + ".") + name.substring(name.lastIndexOf('.') + 1)
                + numbers.toString().replace('[', '(').replace(']', ')');
        return atoms.pure(e.function().cName(), numbers, base, e.type(), text);
    }

    private Atom fieldOf(Atom object, Expr.Field field) {
        Atom atom = atoms.field(object, field.field());
        if (field.field().type() instanceof Type.Int type && !type.bounds().isEmpty() && !declared.containsKey(atom)) {
            declare(atom, (Type.Int) Substitution.of(field.object()).apply(type));
        }
        return atom;
    }

    private Atom elementOf(Atom array, Linear index, Expr.Element element) {
        Type elementType = typeOf(element.array()) instanceof Type.Array type ? type.element() : element.type();
        Atom atom = atoms.element(array, index, elementType);
        if (elementType instanceof Type.Int type && !type.bounds().isEmpty() && !declared.containsKey(atom)) {
            declare(atom, type);
        }
        return atom;
    }

    private void declare(Atom atom, Type.Int type) {
        declared.put(atom, List.of());
        List<UpperBound> bounds = new ArrayList<>();
        for (Type.Bound bound : type.bounds()) {
            Linear term = form(bound.term());
            if (term != null) {
                bounds.add(new UpperBound(bound.strict() ? term.plus(-1) : term));
            }
        }
        declared.put(atom, List.copyOf(bounds));
    }

    /** What the atom's declaration promises beyond its range: {@code atom <= limit} for each. */
    List<UpperBound> declaredBounds(Atom atom) {
        List<UpperBound> bounds = declared.get(atom);
        if (bounds == null && atom.kind() == Atom.Kind.LOCAL && atom.type() instanceof Type.Int type) {
            declare(atom, type);
            bounds = declared.get(atom);
        }
        return bounds == null ? List.of() : bounds;
    }

    /** The declared type of what the expression reads, with its terms in this method's values. */
    public Type typeOf(Expr e) {
        if (e instanceof Expr.Get get) {
            return get.local().type();
        }
        if (e instanceof Expr.Field field) {
            return Substitution.of(field.object()).apply(field.field().type());
        }
        return e.type();
    }

    /** How many elements an array, DMA array, bytes or ring has; empty where nothing says so. */
    public Optional<Linear> length(Expr of) {
        Type type = typeOf(of);
        if (type instanceof Type.Array array && array.fixed().isPresent()) {
            return Optional.of(Linear.of(array.fixed().getAsInt()));
        }
        if (of instanceof Expr.DmaField part) {
            if (part.field().count().isPresent()) {
                return Optional.of(Linear.of(part.field().count().getAsInt()));
            }
            if (part.field().lengthName().isPresent()) {
                return length(part.structure());
            }
        }
        // A variable may be given another array later, so its length is a place of its own; a parameter's declaration stays true.
        boolean variable = of instanceof Expr.Get get && !isParameter(get.local());
        if (!variable) {
            Optional<Expr> term = lengthTerm(type);
            if (term.isPresent()) {
                return linear(term.get());
            }
        }
        return place(of).map(atoms::length).map(Linear::of);
    }

    private static boolean isParameter(Local local) {
        return local.kind() == Local.Kind.PARAMETER || local.kind() == Local.Kind.MOVED_PARAMETER;
    }

    /** The term that a type ties its length to. */
    public static Optional<Expr> lengthTerm(Type type) {
        if (type instanceof Type.Array array) {
            return array.length();
        }
        if (type instanceof Type.Dma dma) {
            return dma.length();
        }
        if (type instanceof Type.DmaArray array) {
            return array.length();
        }
        if (type instanceof Type.DmaBytes bytes) {
            return bytes.length();
        }
        return Optional.empty();
    }

    static boolean isExact(Atom atom, Expr.BinaryOp op) {
        return atom.operation().filter(o -> o instanceof Operation.Binary binary && binary.op() == op).isPresent();
    }

    /** Whether values of the type may lie above what a signed long holds. */
    public static boolean isUnsigned64(Type type) {
        return type instanceof Type.Int number && number.range().max().compareTo(Interval.LONG.max()) > 0;
    }
}
