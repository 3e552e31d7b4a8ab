// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import vireo.generator.ir.CNames;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Type;
import vireo.generator.resolve.TypeText;

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

    /** For the result of a call: the last word of its type, or of a number the method's name without its verb. */
    static String ofCall(String method, Type result) {
        String type = TypeText.name(result);
        if (!type.isEmpty()) {
            return lastWord(type);
        }
        for (String verb : new String[] {"read", "get", "take", "find", "is", "to", "has"}) {
            boolean names = method.startsWith(verb)
                    && method.length() > verb.length()
                    && Character.isUpperCase(method.charAt(verb.length()));
            if (names) {
                String rest = method.substring(verb.length());
                return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return method.matches("(read|get|take|load)[0-9]*") ? "value" : method;
    }

    /** {@code vireo.virtio.VirtQueueLayout} is {@code layout}. */
    static String lastWord(String type) {
        String words = CNames.type(type);
        return words.substring(words.lastIndexOf('_') + 1);
    }

    private static String singular(String name) {
        return name.endsWith("s") && name.length() > 3 && !name.endsWith("ss")
                ? name.substring(0, name.length() - 1)
                : "element";
    }
}
