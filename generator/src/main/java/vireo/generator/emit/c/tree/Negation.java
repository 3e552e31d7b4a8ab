// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c.tree;

import java.util.Map;

/** The opposite of a condition, without a {@code !} where a comparison can be turned round. */
public final class Negation {
    private static final Map<String, String> OPPOSITE =
            Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

    private static final Map<String, String> TURNED = Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

    private Negation() {}

    /** The operator that says the same of both sides in the other order, or of numbers whose order is the other way round. */
    public static String turned(String operator) {
        return TURNED.getOrDefault(operator, operator);
    }

    /** The opposite. */
    public static CExpr of(CExpr condition) {
        if (condition instanceof CExpr.Unary u && u.operator().equals("!")) {
            return u.operand();
        }
        if (condition instanceof CExpr.Binary b && OPPOSITE.containsKey(b.operator())) {
            return new CExpr.Binary(OPPOSITE.get(b.operator()), b.left(), b.right());
        }
        if (condition instanceof CExpr.Symbol s && s.name().equals("true")) {
            return new CExpr.Symbol("false");
        }
        if (condition instanceof CExpr.Symbol s && s.name().equals("false")) {
            return new CExpr.Symbol("true");
        }
        return new CExpr.Unary("!", condition);
    }
}
