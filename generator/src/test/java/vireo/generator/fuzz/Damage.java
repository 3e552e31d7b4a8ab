// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages texts of drivers: at random, but the same for the same random numbers. */
final class Damage {
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\\n]|\\\\.)*\"|/\\*.*?\\*/|//[^\n]*|\\s+|[\\p{L}_$][\\p{L}\\p{N}_$]*|[0-9][0-9a-zA-Z_.]*|>>>=|<<=|>>=|->|::|[-+*/%&|^!=<>]=|&&|\\|\\||\\+\\+|--|.",
            Pattern.DOTALL);

    /** Tokens that change much. */
    private static final List<String> WORDS = List.of("{", "}", "(", ")", "[", "]", "<", ">", ";", ",", ".", "->", "::", "?", ":", "=", "==",
            "<<", ">>>", "+=", "++", "!", "~", "&&", "|", "0", "-1", "0x7FFF_FFFF", "0xFFFF_FFFFL", "9223372036854775807L", "-9223372036854775808L",
            "2147483648", "1e9", "'x'", "\"%s\"", "null", "true", "this", "super", "int", "long", "byte", "boolean", "void", "var", "final",
            "static", "private", "public", "abstract", "class", "record", "interface", "enum", "new", "return", "throw", "throws", "if", "else",
            "while", "do", "for", "switch", "case", "default", "yield", "break", "continue", "try", "catch", "finally", "instanceof", "assert",
            "synchronized", "@U8", "@U16", "@U32", "@U64", "@Range(max = 3)", "@Range(min = 5, max = 2)", "@Below(\"a\")", "@Length(\"a\")",
            "@BitMask", "@FreeRunning", "@Nullable", "@Linear", "@Moves", "@At(0)", "@Published", "@Count(4)", "Fence.full();", "U16.MAX",
            "Uint16.wrappingAdd(1, 2)", "Errno.EIO", "throw new DriverException(Errno.EIO);", "return;", "break;", "int a = 1;", "a", "b", "i");

    /** Characters that editors and lexers have trouble with. */
    private static final List<String> ODDITIES = List.of("\0", "\ufeff", "\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\u0430", "\u00e9",
            "e\u0301", "\ud83d\ude00", "\ud83d", "\ude00", "\uffff", "\u0085", "\u2028", "\r", "\r\n", "\f", "\u000b", "\u001a", "\\u0041",
            "\\u000a", "\\uuuu0020", "\\u00", "\t", "\u00a0", "\u3000", "\u0660", "\u2160", "$", "_", "\"", "'", "\"\"\"", "/*", "*/", "//", "\\");

    private final Random random;
    private final List<String> donors;

    /**
     * Damages with tokens of other texts.
     *
     * @param donors texts from which tokens are taken
     */
    Damage(Random random, List<String> donors) {
        this.random = random;
        this.donors = List.copyOf(donors);
    }

    /** One to four damages, mostly few: a text that is nearly right reaches the later passes. */
    String apply(String text) {
        String damaged = text;
        int times = 1 + Math.min(random.nextInt(4), random.nextInt(4));
        for (int i = 0; i < times; i++) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private String once(String text) {
        int kind = random.nextInt(100);
        if (kind < 70) {
            return tokens(text);
        }
        if (kind < 80) {
            return insert(text, random.nextInt(text.length() + 1), any(ODDITIES));
        }
        return kind < 90 ? Excess.nested(text, random) : Excess.large(text, random);
    }

    private String tokens(String text) {
        List<String> tokens = split(text);
        if (tokens.isEmpty()) {
            return any(WORDS);
        }
        int at = significant(tokens);
        int other = significant(tokens);
        switch (random.nextInt(9)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> {
                String kept = tokens.get(at);
                tokens.set(at, tokens.get(other));
                tokens.set(other, kept);
            }
            case 3 -> tokens.set(at, tokens.get(other));
            case 4 -> tokens.set(at, foreign());
            case 5 -> tokens.add(at, " " + foreign() + " ");
            case 6 -> tokens.set(at, any(WORDS));
            case 7 -> tokens.add(at, " " + any(WORDS) + " ");
            default -> tokens.subList(Math.min(at, other), Math.min(tokens.size(), Math.min(at, other) + random.nextInt(12))).clear();
        }
        return String.join("", tokens);
    }

    private String foreign() {
        List<String> tokens = split(any(donors));
        return tokens.isEmpty() ? ";" : tokens.get(significant(tokens));
    }

    /** The place of a token that is neither white space nor a comment, if there is one nearby. */
    private int significant(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        for (int tries = 0; tries < 20 && (tokens.get(at).isBlank() || tokens.get(at).startsWith("/")); tries++) {
            at = random.nextInt(tokens.size());
        }
        return at;
    }

    static List<String> split(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    static String insert(String text, int at, String inserted) {
        return text.substring(0, at) + inserted + text.substring(at);
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
