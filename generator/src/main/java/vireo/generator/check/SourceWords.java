// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.ir.Program;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/**
 * The names that stand in the sources, those in annotations and in their strings among them, those in comments not: what folds into a
 * number before there is a program was still used.
 */
final class SourceWords {
    private static final Pattern WORD = Pattern.compile("\\w+|[^\\s\\w]");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    /** How often each name stands alone, by file. */
    private final Map<SourceFile, Map<String, Integer>> alone = new HashMap<>();
    /** Each {@code Type.NAME}, by both. */
    private final Set<String> qualified = new HashSet<>();

    SourceWords(Program program) {
        for (TypeDecl type : program.types()) {
            SourceFile file = type.span().file();
            if (!alone.containsKey(file)) {
                alone.put(file, new HashMap<>());
                read(file);
            }
        }
    }

    private void read(SourceFile file) {
        String before = "";
        Matcher word = WORD.matcher(withoutComments(file.text()));
        String last = "";
        while (word.find()) {
            String one = word.group();
            if (Character.isJavaIdentifierStart(one.charAt(0))) {
                if (last.equals(".")) {
                    qualified.add(before + "." + one);
                } else {
                    alone.get(file).merge(one, 1, Integer::sum);
                }
                before = one;
            }
            last = one;
        }
    }

    /** The text with a blank for each comment; what looks like one inside a string stays. */
    static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(m -> m.group().startsWith("/") ? " " : Matcher.quoteReplacement(m.group()));
    }

    /** Whether the member is named anywhere but where it is declared. */
    boolean use(TypeDecl owner, String name, Span declared) {
        return alone.get(declared.file()).getOrDefault(name, 0) > 1 || qualified.contains(owner.simpleName() + "." + name);
    }

    /** Whether any file but its own names the member alone: an enum's constant in a switch. */
    boolean useElsewhere(String name, Span declared) {
        return alone.entrySet().stream().anyMatch(e -> !e.getKey().equals(declared.file()) && e.getValue().containsKey(name));
    }
}
