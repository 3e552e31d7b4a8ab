// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.ir.CNames;

/**
 * The parts of a Javadoc comment, in C's words: {@code {@link #poll}} is {@code virt_queue_poll()}.
 *
 * @param description everything before the first block tag
 * @param parameters descriptions by Java name
 * @param failure what {@code @throws} says
 */
record JavadocText(String ownerNoun, String description, Map<String, String> parameters, String result, String failure) {
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s*");
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)\\}");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^(.*?[.!?])(\\s+[A-Z(\\[].*)?$");

    static JavadocText parse(String owner, String doc) {
        Matcher tags = BLOCK_TAG.matcher(doc);
        Map<String, String> parameters = new LinkedHashMap<>();
        String result = "";
        StringBuilder failure = new StringBuilder();
        boolean found = tags.find();
        String description = found ? doc.substring(0, tags.start()) : doc;
        while (found) {
            String tag = tags.group(1);
            int start = tags.end();
            found = tags.find();
            String text = clean(owner, doc.substring(start, found ? tags.start() : doc.length()));
            String rest = text.contains(" ") ? text.substring(text.indexOf(' ') + 1).strip() : "";
            switch (tag) {
                case "param" -> parameters.put(text.split(" ", 2)[0], rest);
                case "return" -> result = text;
                case "throws" -> failure.append(failure.isEmpty() ? "" : "; ").append(rest);
                default -> { }
            }
        }
        String noun = CNames.receiver(owner);
        return new JavadocText(noun.equals("self") ? CNames.type(owner).replace('_', ' ') : noun,
                cleanParagraphs(owner, description), parameters, result, failure.toString());
    }

    String firstSentence() {
        Matcher m = SENTENCE.matcher(description);
        return m.matches() ? m.group(1) : description;
    }

    String rest() {
        Matcher m = SENTENCE.matcher(description);
        return m.matches() && m.group(2) != null ? m.group(2).strip() : "";
    }

    private static String cleanParagraphs(String owner, String text) {
        String marked = text.replaceAll("(?i)</?p>", "\n\n").replaceAll("(?i)<li>", "\n\n- ").replaceAll("(?i)</?[uo]l>|</li>", "");
        StringBuilder out = new StringBuilder();
        for (String paragraph : marked.split("\n\\s*\n")) {
            String clean = clean(owner, paragraph);
            if (!clean.isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n\n").append(clean);
            }
        }
        return out.toString();
    }

    private static String clean(String owner, String text) {
        String plain = text;
        for (Matcher m = INLINE.matcher(plain); m.find(); m = INLINE.matcher(plain)) {
            String inner = m.group(2).strip();
            String replaced = m.group(1).startsWith("link") ? link(owner, inner) : inner;
            plain = plain.substring(0, m.start()) + replaced + plain.substring(m.end());
        }
        return plain.replaceAll("<[a-zA-Z/][^>]*>", "")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&nbsp;", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String link(String owner, String target) {
        String reference = target.split("\\s+", 2)[0];
        if (target.contains(" ") && !reference.contains("(")) {
            return target.substring(target.indexOf(' ') + 1).strip();
        }
        String plain = target.replaceAll("\\(.*?\\)", "");
        int hash = plain.indexOf('#');
        if (hash < 0) {
            return CNames.type(plain);
        }
        String type = hash == 0 ? owner : plain.substring(0, hash);
        String member = plain.substring(hash + 1);
        return member.equals(member.toUpperCase(Locale.ROOT)) ? CNames.macro(type, member) : CNames.function(type, member) + "()";
    }
}
