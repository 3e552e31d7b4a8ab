// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check.unit;

import static vireo.generator.check.unit.Dimension.LITERAL;
import static vireo.generator.check.unit.Dimension.PLAIN;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Local;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;

/** Finds the unit of an expression from what the declarations in it say. */
final class UnitReader {
    private static final String DSL = "vireo.dsl.";

    private final Map<Local, Dimension> known = new HashMap<>();
    private final Map<Local, Expr> bound = new HashMap<>();
    private boolean settled;

    /** What is learned about a local that declares no unit. */
    void learn(Local local, Dimension unit) {
        known.put(local, unit);
    }

    /** An array that was bound to memory: its indices are counted as its length is. */
    void bind(Local array, Expr length) {
        bound.put(array, length);
    }

    /** Whether the value is an array that was bound to memory, with no declaration of its own. */
    boolean isBound(Expr value) {
        return value instanceof Expr.Get get && get.local().kind() == Local.Kind.TEMPORARY && bound.containsKey(get.local());
    }

    /** From here on a local of which nothing was learned holds literals only. */
    void settle() {
        settled = true;
    }

    /** The unit of a local: declared, learned, or open. A parameter without a unit is a plain number; a temporary declares nothing. */
    Dimension of(Local local) {
        if (local.kind() != Local.Kind.TEMPORARY && local.type() instanceof Type.Int number && number.unit().isPresent()) {
            return Dimension.declared(number.unit());
        }
        if (local.kind() == Local.Kind.PARAMETER || local.kind() == Local.Kind.MOVED_PARAMETER) {
            return PLAIN;
        }
        Dimension learned = known.get(local);
        return learned != null ? learned : settled ? LITERAL : new Dimension.Open(local);
    }

    /** The unit of an expression; what was refused inside it is taken for a literal, which fits. */
    Dimension of(Expr e) {
        if (e instanceof Expr.Const) {
            return LITERAL;
        }
        if (e instanceof Expr.NamedConst constant && unit(constant.type()).isEmpty() && constant.owner().startsWith(DSL)) {
            return LITERAL;
        }
        if (e instanceof Expr.NamedConst || e instanceof Expr.Field) {
            return declared(e instanceof Expr.Field field ? field.field().type() : e.type());
        }
        if (e instanceof Expr.Get get) {
            return of(get.local());
        }
        if (e instanceof Expr.Element element) {
            return arrayOf(element.array()) instanceof Type.Array array ? declared(array.element()) : PLAIN;
        }
        if (e instanceof Expr.Length length) {
            return Dimension.declared(indexOf(length.array()));
        }
        if (e instanceof Expr.Unary unary) {
            return of(unary.operand());
        }
        if (e instanceof Expr.Binary binary) {
            return UnitAlgebra.binary(binary.op(), of(binary.left()), of(binary.right())).orElse(LITERAL);
        }
        if (e instanceof Expr.Conditional choice) {
            return UnitAlgebra.same(of(choice.yes()), of(choice.no())).orElse(LITERAL);
        }
        if (e instanceof Expr.Convert convert) {
            return cast(convert).map(unit -> Dimension.declared(Optional.of(unit))).orElseGet(() -> of(convert.operand()));
        }
        return e instanceof Expr.ForeignPure pure && pure.type() instanceof Type.Int
                ? Dimension.ofPort(unit(pure.function().result()))
                : PLAIN;
    }

    /** The unit that a cast of the author's names. */
    static Optional<Unit> cast(Expr.Convert convert) {
        return unit(convert.type());
    }

    /** The unit that a type declares. */
    static Optional<Unit> unit(Type type) {
        if (type instanceof Type.Cell cell) {
            return cell.unit();
        }
        return type instanceof Type.Int number ? number.unit() : Optional.empty();
    }

    static Dimension declared(Type type) {
        return Dimension.declared(unit(type));
    }

    /** The type of an array as it was declared. */
    static Type arrayOf(Expr array) {
        if (array instanceof Expr.Field field) {
            return field.field().type();
        }
        if (array instanceof Expr.Get get) {
            return get.local().type();
        }
        return array instanceof Expr.DmaField part ? part.field().type() : array.type();
    }

    /** The unit of an array's indices. */
    Optional<Unit> indexOf(Expr array) {
        if (isBound(array)) {
            return of(bound.get(((Expr.Get) array).local())).unit();
        }
        Type type = arrayOf(array);
        if (type instanceof Type.DmaArray dma) {
            return dma.index();
        }
        return type instanceof Type.Array plain ? plain.index() : Optional.empty();
    }
}
