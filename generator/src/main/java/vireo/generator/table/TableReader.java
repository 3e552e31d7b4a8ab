// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.NearestName;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** Reads one table: lines of cells, each line a row of the section that the last {@code section} line has begun. */
final class TableReader {
    private static final List<String> KINDS = List.of("section", "size", "align", "writer", "register", "field", "value", "bit");

    private final String table;
    private final SourceFile file;
    private final Diagnostics diagnostics;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private Draft draft;

    /** A section under way. */
    private static final class Draft {
        private final String name;
        private final String citation;
        private final Span span;
        private final List<Integer> sizes = new ArrayList<>();
        private final Map<String, Row.Placed> placed = new LinkedHashMap<>();
        private final Map<String, Row> constants = new LinkedHashMap<>();
        private OptionalInt align = OptionalInt.empty();
        private Optional<String> writer = Optional.empty();

        Draft(String name, String citation, Span span) {
            this.name = name;
            this.citation = citation;
            this.span = span;
        }
    }

    TableReader(String table, SourceFile file, Diagnostics diagnostics) {
        this.table = table;
        this.file = file;
        this.diagnostics = diagnostics;
    }

    Map<String, Section> read() {
        for (int line = 1; line <= file.lineStarts().length; line++) {
            int start = file.lineStarts()[line - 1];
            TableLine cells = TableLine.of(file, start, start + file.lineText(line).length());
            if (cells.cells().isEmpty()) {
                continue;
            }
            try {
                if (cells.open()) {
                    throw new UnreadableRow(cells.span(), "a quotation mark has no second one on this line", "Write the text between two \".");
                }
                row(cells);
            } catch (UnreadableRow unreadable) {
                diagnostics.report(unreadable.diagnostic());
            }
        }
        endSection();
        if (sections.isEmpty()) {
            report(new Span(file, 0, 0), "the table has no sections", "Begin it with 'section, NAME, where the specification has it'.");
        }
        sections.values().forEach(this::checkNames);
        return sections;
    }

    private void row(TableLine line) throws UnreadableRow {
        TableLine.Cell kind = line.cells().get(0);
        if (!KINDS.contains(kind.text())) {
            String fix = NearestName.of(kind.text(), KINDS).map(n -> "Did you mean '" + n + "'?")
                    .orElse("Begin each row with one of: " + String.join(", ", KINDS) + ".");
            throw new UnreadableRow(kind.span(), "there is no kind of row '" + kind.text() + "'", fix);
        }
        if (kind.text().equals("section")) {
            section(line);
            return;
        }
        if (draft == null) {
            throw new UnreadableRow(line.span(), "the row belongs to no section", "Write a line 'section, NAME, where the specification has it' above.");
        }
        TableCells cells = new TableCells(line);
        switch (kind.text()) {
            case "size" -> draft.sizes.add(cells.number(1, "the size in bytes"));
            case "align" -> draft.align = OptionalInt.of(cells.number(1, "the alignment in bytes"));
            case "writer" -> draft.writer = Optional.of(cells.oneOf(1, "who writes it", List.of("driver", "device")));
            case "register" -> place(cells.register());
            case "field" -> place(cells.field());
            case "value" -> name(cells.value());
            default -> name(cells.bit());
        }
    }

    private void section(TableLine line) throws UnreadableRow {
        endSection();
        Optional<TableLine.Cell> name = line.cell(1);
        if (name.isEmpty() || !name.get().text().matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            throw new UnreadableRow(line.span(), "the section has no name of small letters, digits and hyphens", "Write 'section, common-cfg, VirtIO 1.4, 4.1.4.3'.");
        }
        if (line.cell(2).isEmpty() || line.cell(2).get().text().isEmpty()) {
            throw new UnreadableRow(line.span(), "the section does not say where the specification has it", "Name the specification and its section behind the name.");
        }
        TableLine.Cell last = line.cells().get(line.cells().size() - 1);
        draft = new Draft(name.get().text(), line.cell(2).get().span().to(last.span()).text(), name.get().span());
    }

    private void endSection() {
        if (draft == null) {
            return;
        }
        Section section = new Section(table, draft.name, draft.citation, draft.span, List.copyOf(draft.sizes), draft.align, draft.writer,
                draft.placed, draft.constants);
        Section other = sections.putIfAbsent(draft.name, section);
        if (other != null) {
            duplicate(draft.span, "section", draft.name, other.span());
        }
        draft = null;
    }

    private void place(Row.Placed row) {
        Row other = draft.placed.putIfAbsent(Row.key(row.name()), row);
        if (other != null) {
            duplicate(row.span(), row instanceof Row.Register ? "register" : "field", row.name(), other.span());
        }
    }

    private void name(Row row) {
        Row other = draft.constants.putIfAbsent(Row.key(row.name()), row);
        if (other != null) {
            duplicate(row.span(), "constant", row.name(), other.span());
        }
    }

    private void duplicate(Span span, String kind, String name, Span first) {
        diagnostics.report(Diagnostic.of(SpecTables.CODE, span, "The table has the " + kind + " '" + name + "' twice.",
                "Which of the two a declaration is compared with would be chance.", "Remove one of them, or correct its name.")
                .with(new Diagnostic.Label(first, "the first one")));
    }

    /** Names that a section's rows use are those of other rows. */
    private void checkNames(Section section) {
        Map<String, Row> all = new HashMap<>(section.constants());
        all.putAll(section.placed());
        for (Row.Placed row : section.placed().values()) {
            if (row instanceof Row.Register register) {
                register.select().filter(s -> section.placed(s).isEmpty()).ifPresent(s -> report(row.span(),
                        "'" + row.name() + "' is selected by '" + s + "', which the section does not have",
                        "Add the register, or correct the name."));
                register.needs().ifPresent(this::checkFeature);
            } else if (row instanceof Row.Field field) {
                field.after().filter(a -> section.placed(a).isEmpty()).ifPresent(a -> report(row.span(),
                        "'" + row.name() + "' lies after '" + a + "', which the section does not have", "Add the field, or correct the name."));
                if (!TableCells.isCell(field.type()) && !sections.containsKey(field.type())) {
                    report(row.span(), "'" + field.type() + "' is neither a type of field nor a section of this table",
                            "Write u8, le16, le32, le64, be16, be32, be64, or the name of a section.");
                }
            }
        }
        section.constants().values().forEach(row -> {
            Optional<Row.Needed> needs = row instanceof Row.Bit bit ? bit.needs() : ((Row.Value) row).needs();
            needs.ifPresent(this::checkFeature);
        });
    }

    private void checkFeature(Row.Needed needed) {
        Section section = sections.get(needed.section());
        if (section == null || !(section.constant(needed.name()).orElse(null) instanceof Row.Bit)) {
            report(needed.span(), "there is no bit '" + needed.name() + "' in a section '" + needed.section() + "' of this table",
                    "Write needs=SECTION/BIT with names of this table.");
        }
    }

    private void report(Span span, String what, String fix) {
        diagnostics.report(new UnreadableRow(span, what, fix).diagnostic());
    }
}
