// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/**
 * For a person at a terminal: the line of source with the place underlined, the other places that matter, what was known, why it is
 * refused, and what to write instead.
 */
public final class TerminalRenderer implements DiagnosticRenderer {
    private static final String RED = "\033[1;31m";
    private static final String BLUE = "\033[1;34m";
    private static final String BOLD = "\033[1m";
    private static final String PLAIN = "\033[0m";

    private final boolean colored;

    /**
     * @param colored emphasises with ANSI escape sequences
     */
    public TerminalRenderer(boolean colored) {
        this.colored = colored;
    }

    private record Place(Span span, String text, boolean primary) {}

    @Override
    public String render(List<Diagnostic> findings) {
        StringBuilder out = new StringBuilder();
        findings.forEach(f -> render(f, out));
        if (!findings.isEmpty()) {
            out.append(paint(RED, DiagnosticRenderer.count(findings.size()))).append('\n');
        }
        return out.toString();
    }

    private void render(Diagnostic finding, StringBuilder out) {
        out.append(paint(RED, "error[" + finding.code() + "]")).append(paint(BOLD, ": " + finding.what())).append('\n');
        List<Place> places = new ArrayList<>();
        places.add(new Place(finding.primary(), "", true));
        finding.secondary().forEach(l -> places.add(new Place(l.span(), l.text(), false)));
        int margin = places.stream().mapToInt(p -> String.valueOf(p.span().line()).length()).max().orElse(1);
        List<SourceFile> files = places.stream().map(p -> p.span().file()).distinct().toList();
        for (SourceFile file : files) {
            excerpt(file, places.stream().filter(p -> p.span().file() == file).toList(), margin, out);
        }
        String indent = " ".repeat(margin + 1);
        remarks("known", finding.facts(), indent, out);
        remarks("why", List.of(finding.why()), indent, out);
        remarks("fix", List.of(finding.fix()), indent, out);
        remarks("more", List.of("vireo explain " + finding.code()), indent, out);
        out.append('\n');
    }

    private void excerpt(SourceFile file, List<Place> places, int margin, StringBuilder out) {
        Place first = places.get(0);
        String indent = " ".repeat(margin + 1);
        out.append(" ".repeat(margin)).append(paint(BLUE, "--> ")).append(file.path());
        if (!file.text().isEmpty()) {
            out.append(':').append(first.span().line()).append(':').append(first.span().column());
        }
        out.append('\n');
        if (file.text().isEmpty()) {
            return;
        }
        out.append(indent).append(paint(BLUE, "|")).append('\n');
        int previous = -1;
        List<Integer> lines = places.stream().map(p -> p.span().line()).distinct().sorted(Comparator.naturalOrder()).toList();
        for (int line : lines) {
            if (previous >= 0 && line > previous + 1) {
                out.append(paint(BLUE, "...")).append('\n');
            }
            DisplayText text = new DisplayText(file.lineText(line));
            String number = String.valueOf(line);
            out.append(paint(BLUE, " ".repeat(margin - number.length()) + number + " |")).append(text.text().isEmpty() ? "" : " ")
                    .append(text.text()).append('\n');
            Stream<Place> here = places.stream().filter(p -> p.span().line() == line).sorted(Comparator.comparing(p -> !p.primary()));
            here.forEach(p -> underline(p, file, text, indent, out));
            previous = line;
        }
    }

    /** Marks a place in the line above; of one that goes over several lines, the part in its first. */
    private void underline(Place place, SourceFile file, DisplayText text, String indent, StringBuilder out) {
        int lineStart = file.lineStarts()[place.span().line() - 1];
        int from = text.column(place.span().start() - lineStart);
        int to = Math.max(from + 1, text.column(place.span().end() - lineStart));
        String mark = (place.primary() ? "^" : "-").repeat(to - from);
        out.append(indent).append(paint(BLUE, "|")).append(' ').append(" ".repeat(from)).append(paint(place.primary() ? RED : BLUE, mark));
        if (!place.text().isEmpty()) {
            out.append(' ').append(place.text());
        }
        out.append('\n');
    }

    private void remarks(String title, List<String> texts, String indent, StringBuilder out) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                out.append(indent).append(paint(BLUE, "= ")).append(paint(BOLD, title)).append(": ")
                        .append(text.replace("\n", "\n" + indent + "  ")).append('\n');
            }
        }
    }

    private String paint(String color, String text) {
        return colored ? color + text + PLAIN : text;
    }
}
