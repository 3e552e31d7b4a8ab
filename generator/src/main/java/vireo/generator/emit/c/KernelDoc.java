// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.emit.c.tree.CDecl;
import vireo.generator.emit.c.tree.CommentText;

/** Javadoc as kernel-doc. */
final class KernelDoc {
    private static final int WIDTH = 77;

    private final JavadocText javadoc;

    KernelDoc(String ownerQualified, String doc) {
        this.javadoc = JavadocText.parse(ownerQualified, doc);
    }

    /** A comment for a constant, field or file: the description alone. */
    Optional<String> comment() {
        return javadoc.description().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\n", CommentText.fill(javadoc.description(), WIDTH)));
    }

    /** A comment in plain form, for what other files do not see. */
    Optional<CDecl.Doc> plain() {
        return javadoc.description().isEmpty()
                ? Optional.empty()
                : Optional.of(new CDecl.Doc(CommentText.fill(javadoc.description(), WIDTH), false));
    }

    /**
     * kernel-doc for a struct or enum.
     *
     * @param members names and descriptions; those without a description are left out
     */
    Optional<CDecl.Doc> type(String kind, String name, Map<String, String> members) {
        if (javadoc.description().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        summary(kind + " " + name + " - ", lines);
        members.forEach((member, text) -> {
            if (!text.isEmpty()) {
                described(member, text, lines);
            }
        });
        rest(lines);
        return Optional.of(new CDecl.Doc(lines, true));
    }

    /**
     * kernel-doc for a function.
     *
     * @param receiver the receiver parameter, which Javadoc does not know
     * @param parameters the Java names of the parameters and their C names, in order
     * @param lengths the C names of those parameters that are followed by their length, and of the lengths
     * @param out the out parameter, which Javadoc calls the result
     * @param throwing returns a status
     */
    Optional<CDecl.Doc> function(String name, Optional<String> receiver, Map<String, String> parameters,
            Map<String, String> lengths, Optional<String> out, boolean throwing) {
        if (javadoc.description().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        summary(name + "() - ", lines);
        receiver.ifPresent(r -> described(r, "the " + javadoc.ownerNoun(), lines));
        parameters.forEach((java, c) -> {
            String text = javadoc.parameters().getOrDefault(java, "");
            if (!text.isEmpty()) {
                described(c, text, lines);
            }
            if (lengths.containsKey(c)) {
                described(lengths.get(c), "elements of @" + c, lines);
            }
        });
        String result = javadoc.result();
        out.ifPresent(o -> described(o, result.isEmpty() ? "where the result goes" : result, lines));
        rest(lines);
        String failure = javadoc.failure();
        String status = failure.isEmpty() ? "0 or a negative errno." : "0 or a negative errno: " + failure;
        String returned = throwing ? status : result;
        if (!returned.isEmpty()) {
            lines.add("");
            lines.addAll(CommentText.fill("Return: " + ended(returned), WIDTH));
        }
        return Optional.of(new CDecl.Doc(lines, true));
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private void summary(String head, List<String> lines) {
        String sentence = javadoc.firstSentence();
        lines.addAll(CommentText.fill(head + (sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence),
                WIDTH));
    }

    private static void described(String name, String text, List<String> lines) {
        List<String> filled = CommentText.fill("@" + name + ": " + text, WIDTH - 2);
        for (int i = 0; i < filled.size(); i++) {
            lines.add(i == 0 ? filled.get(i) : "  " + filled.get(i));
        }
    }

    private void rest(List<String> lines) {
        if (!javadoc.rest().isEmpty()) {
            lines.add("");
            lines.addAll(CommentText.fill(javadoc.rest(), WIDTH));
        }
    }

    JavadocText javadoc() {
        return javadoc;
    }
}
