// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import vireo.generator.ir.Expr;

/** Names for temporaries, taken from what they hold. */
final class Hints {
    private Hints() {}

    /** For a value. */
    static String of(Expr e) {
        if (e instanceof Expr.Get get) {
            return get.local().name();
        }
        if (e instanceof Expr.Field f) {
            return f.field().name();
        }
        if (e instanceof Expr.RegisterRef r) {
            return r.register().name();
        }
        if (e instanceof Expr.DmaField f) {
            return f.field().name();
        }
        if (e instanceof Expr.Element x) {
            return singular(of(x.array()));
        }
        if (e instanceof Expr.DmaElement x) {
            return singular(of(x.array()));
        }
        return e instanceof Expr.Convert c ? of(c.operand()) : "value";
    }

    /** For the result of a call: {@code readStatus} gives {@code status}. */
    static String ofCall(String method) {
        for (String verb : new String[] {"read", "get", "take", "find", "is", "to"}) {
            boolean names = method.startsWith(verb)
                    && method.length() > verb.length()
                    && Character.isUpperCase(method.charAt(verb.length()));
            if (names) {
                String rest = method.substring(verb.length());
                return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return method;
    }

    private static String singular(String name) {
        return name.endsWith("s") && name.length() > 3 && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : "element";
    }
}
