// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.CompilationUnit;
import vireo.generator.syntax.ast.Node;

/** Collects the mutants of one file, and gives them their names. */
public final class Proposals {
    private static final int SHOWN = 160;

    private final Tree tree;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Set<List<Edit>> seen = new HashSet<>();
    private final Map<String, Integer> used = new HashMap<>();

    Proposals(Tree tree) {
        this.tree = tree;
    }

    /** Replaces what a span covers. */
    void replace(Operator operator, Node node, Span span, String replacement) {
        add(operator, node, span, replacement, List.of());
    }

    /** Replaces a node. */
    void replace(Operator operator, Node node, String replacement) {
        replace(operator, node, node.span(), replacement);
    }

    /** Replaces the name of a type of the dsl, and imports the other one, on a line that holds an import already. */
    void replaceType(Operator operator, Node node, Span span, String type) {
        boolean imported = tree.unit().imports().stream().anyMatch(i -> i.name().equals("vireo.dsl." + type));
        List<CompilationUnit.Import> imports = tree.unit().imports();
        if (imported) {
            replace(operator, node, span, type);
        } else if (!imports.isEmpty()) {
            int end = imports.get(0).span().end();
            add(operator, node, span, type, List.of(new Edit(end, end, " import vireo.dsl." + type + ";")));
        }
    }

    /** Removes a statement; the lines stay as many as they are. */
    void remove(Operator operator, Node node) {
        Span span = node.span();
        add(operator, node, span, "\n".repeat((int) span.text().chars().filter(c -> c == '\n').count()), List.of());
    }

    private void add(Operator operator, Node node, Span span, String replacement, List<Edit> further) {
        List<Edit> edits = new ArrayList<>(further);
        edits.add(new Edit(span.start(), span.end(), replacement));
        if (span.text().equals(replacement) || tree.isLogging(node) || !seen.add(edits)) {
            return;
        }
        SourceFile file = tree.file();
        String place = tree.placeOf(node);
        String source = file.lineText(span.line()).strip();
        String name = file.path().substring(file.path().lastIndexOf('/') + 1).replace(".java", "");
        String text = name + ":" + operator.key() + ":" + place + ":" + hash(source + "\0" + span.text() + "\0" + replacement);
        int number = used.merge(text, 1, Integer::sum);
        mutants.add(new Mutant(number == 1 ? text : text + "-" + number, operator, file.path(), span.line(), place, tree.statementOf(node),
                source, oneLine(span.text()), oneLine(replacement), edits));
    }

    private static String hash(String text) {
        return String.format("%08x", text.hashCode());
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 3) + "...";
    }

    List<Mutant> mutants() {
        return List.copyOf(mutants);
    }
}
