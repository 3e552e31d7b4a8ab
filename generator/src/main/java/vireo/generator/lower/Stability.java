// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import java.util.Optional;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;

/** Which expressions keep their value as long as the variables in them live, so that a type may refer to them. */
final class Stability {
    private Stability() {}

    static boolean isStable(Expr e, Code code) {
        if (e instanceof Expr.Get get) {
            return code.isStable(get.local());
        }
        if (e instanceof Expr.Field f && !f.field().isFinal() || e instanceof Expr.Element) {
            return false;
        }
        return Operands.of(e).stream().allMatch(o -> isStable(o, code));
    }

    /** The type without the relations that may end. */
    static Type stable(Type type, Code code) {
        if (type instanceof Type.Int number && !number.bounds().isEmpty()) {
            return number.withBounds(number.bounds().stream()
                    .filter(b -> isStable(b.term(), code))
                    .toList());
        }
        if (type instanceof Type.Dma dma) {
            return new Type.Dma(dma.name(), keep(dma.length(), code), dma.nullable());
        }
        if (type instanceof Type.DmaArray array) {
            return array.withLength(keep(array.length(), code));
        }
        if (type instanceof Type.DmaBytes bytes) {
            return new Type.DmaBytes(keep(bytes.length(), code));
        }
        if (type instanceof Type.Array array) {
            return new Type.Array(
                    stable(array.element(), code), array.fixed(), keep(array.length(), code), array.index());
        }
        return type;
    }

    private static Optional<Expr> keep(Optional<Expr> term, Code code) {
        return term.filter(t -> isStable(t, code));
    }
}
