// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.math.BigInteger;
import java.util.Set;
import vireo.generator.emit.c.tree.CExpr;
import vireo.generator.emit.c.tree.CInt;
import vireo.generator.emit.c.tree.CType;

/** {@code x = x + y} as {@code x += y}, and {@code x = x + 1} as {@code x++}. */
final class CompoundAssignment {
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>");
    private static final Set<String> COMMUTATIVE = Set.of("+", "*", "&", "|", "^");

    private CompoundAssignment() {}

    /**
     * @param converted the value as it would be assigned
     * @param value the value before its conversion to the target's type
     */
    static CExpr shorten(CExpr target, CType type, CExpr converted, CValue value) {
        CExpr plain = CExpr.assign(target, converted);
        if (type.integer().isEmpty()) {
            return plain;
        }
        CInt integer = type.integer().get();
        CExpr inner = converted instanceof CExpr.Cast c && c.type().equals(type) ? c.operand() : converted;
        if (!(inner instanceof CExpr.Binary b) || !OPERATORS.contains(b.operator())) {
            return plain;
        }
        CExpr other = b.left().equals(target) ? b.right()
                : COMMUTATIVE.contains(b.operator()) && b.right().equals(target) ? b.left() : null;
        if (other == null) {
            return plain;
        }
        boolean one = Literals.parse(other).filter(BigInteger.ONE::equals).isPresent();
        if (one && (b.operator().equals("+") || b.operator().equals("-"))) {
            return new CExpr.Postfix(target, b.operator().repeat(2));
        }
        boolean quiet = integer.bits() >= 32 && value.integer().bits() <= integer.bits()
                || inner == converted && value.width() > 0 && value.width() <= integer.bits();
        return quiet ? new CExpr.Assign(b.operator() + "=", target, other) : plain;
    }
}
