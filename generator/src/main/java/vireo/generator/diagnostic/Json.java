// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, strings, whole numbers and booleans as JSON, indented by two. */
final class Json {
    private Json() {}

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, 0, out);
        return out.append('\n').toString();
    }

    private static void write(Object value, int depth, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            open('{', map.isEmpty(), depth, out);
            for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext();) {
                Map.Entry<?, ?> entry = entries.next();
                string((String) entry.getKey(), out);
                out.append(": ");
                write(entry.getValue(), depth + 1, out);
                next(entries.hasNext(), depth, out);
            }
            out.append('}');
        } else if (value instanceof Collection<?> list) {
            open('[', list.isEmpty(), depth, out);
            for (Iterator<?> elements = list.iterator(); elements.hasNext();) {
                write(elements.next(), depth + 1, out);
                next(elements.hasNext(), depth, out);
            }
            out.append(']');
        } else if (value instanceof String text) {
            string(text, out);
        } else {
            out.append(value);
        }
    }

    private static void open(char bracket, boolean empty, int depth, StringBuilder out) {
        out.append(bracket);
        if (!empty) {
            out.append('\n').append("  ".repeat(depth + 1));
        }
    }

    private static void next(boolean more, int depth, StringBuilder out) {
        out.append(more ? "," : "").append('\n').append("  ".repeat(more ? depth + 1 : depth));
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && c != 0x7f && !Character.isSurrogate(c) && c != 0x2028 && c != 0x2029;
                    out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
                }
            }
        }
        out.append('"');
    }
}
