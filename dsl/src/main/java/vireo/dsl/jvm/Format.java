// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import vireo.dsl.Text;

/**
 * The formats of {@link vireo.dsl.Log} and {@link Text}, printed exactly as C's printf prints them.
 *
 * <p>What C leaves undefined, or what would print differently there, is an {@link IllegalArgumentException}.
 */
public final class Format {
    private static final int WIDEST = 999;

    private final String format;
    private final Object[] arguments;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int used;

    private Format(String format, Object[] arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    /**
     * The text that a format describes.
     *
     * @param format printable ASCII characters with %d %u %x %s %%
     * @param arguments as many as the format takes: {@link Integer}, {@link Long}, {@link Text}, enum constants
     */
    public static String apply(String format, Object... arguments) {
        return new Format(format, arguments).print();
    }

    private String print() {
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c < ' ' || c > '~') {
                throw refuse("the character U+%04X is not printable ASCII; a log line has no other, and no line end"
                        .formatted((int) c));
            }
            if (c == '%') {
                conversion();
            } else {
                out.append(c);
            }
        }
        if (used < arguments.length) {
            throw refuse("it takes " + used + " arguments and got " + arguments.length);
        }
        return out.toString();
    }

    private void conversion() {
        int start = at - 1;
        while (at < format.length() && format.charAt(at) == '0') {
            at++;
        }
        boolean zeros = at > start + 1;
        int width = width();
        if (at == format.length()) {
            throw refuse("it ends inside a conversion; write %% for a percent sign");
        }
        char kind = format.charAt(at++);
        String written = format.substring(start, at);
        switch (kind) {
            case '%' -> {
                if (written.length() > 2) {
                    throw refuse(written + ": a percent sign takes no width");
                }
                out.append('%');
            }
            case 'd', 'u', 'x' -> pad(number(kind, next(written), written), zeros, width);
            case 's' -> {
                if (zeros) {
                    throw refuse(written + ": C does not define zero padding of text");
                }
                pad(text(next(written), written), false, width);
            }
            default -> throw refuse(written + " is none of %d %u %x %s %%, with a width and for numbers zero padding");
        }
    }

    private int width() {
        int width = 0;
        while (at < format.length() && Character.isDigit(format.charAt(at))) {
            width = width * 10 + format.charAt(at++) - '0';
            if (width > WIDEST) {
                throw refuse("a width is at most " + WIDEST);
            }
        }
        return width;
    }

    private Object next(String written) {
        if (used == arguments.length) {
            throw refuse("there is no argument for " + written + ", conversion " + (used + 1));
        }
        return arguments[used++];
    }

    private String number(char kind, Object argument, String written) {
        if (argument instanceof Integer value) {
            return kind == 'd' ? Integer.toString(value)
                    : kind == 'u' ? Integer.toUnsignedString(value)
                    : Integer.toHexString(value);
        }
        if (argument instanceof Long value) {
            return kind == 'd' ? Long.toString(value)
                    : kind == 'u' ? Long.toUnsignedString(value)
                    : Long.toHexString(value);
        }
        throw refuse(written + " takes an int or a long, and argument " + used + " is " + described(argument));
    }

    private String text(Object argument, String written) {
        if (argument instanceof Text text) {
            return text.toString();
        }
        if (argument instanceof Enum<?> constant) {
            return constant.name();
        }
        throw refuse(written + " takes a Text, an Errno or an enum constant, and argument " + used + " is "
                + described(argument));
    }

    private void pad(String printed, boolean zeros, int width) {
        int missing = width - printed.length();
        if (missing <= 0) {
            out.append(printed);
        } else if (zeros) {
            boolean negative = printed.startsWith("-");
            String digits = negative ? printed.substring(1) : printed;
            out.append(negative ? "-" : "").append("0".repeat(missing)).append(digits);
        } else {
            out.append(" ".repeat(missing)).append(printed);
        }
    }

    private static String described(Object argument) {
        return argument == null ? "null" : "a " + argument.getClass().getSimpleName();
    }

    private IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException("format \"" + format + "\": " + why);
    }
}
