// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly, for tests of what writes it. */
final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.blank();
        if (reader.at != text.length()) {
            throw new AssertionError("text behind the value at " + reader.at);
        }
        return value;
    }

    /** Follows keys and indices into a read value. */
    static Object at(Object value, Object... path) {
        Object found = value;
        for (Object step : path) {
            found = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
        }
        return found;
    }

    private Object value() {
        blank();
        char c = text.charAt(at);
        if (c == '{') {
            Map<String, Object> map = new LinkedHashMap<>();
            at++;
            for (blank(); text.charAt(at) != '}'; blank()) {
                next(map.isEmpty());
                String key = (String) value();
                blank();
                expect(':');
                map.put(key, value());
            }
            at++;
            return map;
        }
        if (c == '[') {
            List<Object> list = new ArrayList<>();
            at++;
            for (blank(); text.charAt(at) != ']'; blank()) {
                next(list.isEmpty());
                list.add(value());
            }
            at++;
            return list;
        }
        if (c == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : (Object) Integer.valueOf(word);
    }

    private void next(boolean first) {
        if (!first) {
            expect(',');
        }
        blank();
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw new AssertionError("control character in a string at " + at);
            }
            if (c == '\\') {
                at++;
                if (text.charAt(at) == 'u') {
                    value.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                } else {
                    value.append("\n\t\r\"\\".charAt("ntr\"\\".indexOf(text.charAt(at))));
                }
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    private void expect(char wanted) {
        if (text.charAt(at) != wanted) {
            throw new AssertionError("expected " + wanted + " at " + at + ", found " + text.charAt(at));
        }
        at++;
    }

    private void blank() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
