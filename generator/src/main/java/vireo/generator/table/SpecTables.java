// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.diagnostic.Diagnostics;
import vireo.generator.diagnostic.NearestName;
import vireo.generator.source.SourceFile;
import vireo.generator.source.Span;

/** All tables that a driver comes with. A table is named like its file, without the ending. */
public final class SpecTables {
    /** The ending of a table's file. */
    public static final String ENDING = ".csv";

    /** What refuses tables, and declarations that differ from them. */
    public static final String CODE = "VR210";

    /** A driver without tables. */
    public static final SpecTables NONE = new SpecTables(new TreeMap<>());

    private final Map<String, Map<String, Section>> tables;

    private SpecTables(Map<String, Map<String, Section>> tables) {
        this.tables = tables;
    }

    /** Reads tables; whatever is wrong about a line is reported, and the line left out. */
    public static SpecTables read(List<SourceFile> files, Diagnostics diagnostics) {
        Map<String, Map<String, Section>> tables = new TreeMap<>();
        Map<String, SourceFile> first = new TreeMap<>();
        for (SourceFile file : files) {
            String name = nameOf(file);
            SourceFile other = first.putIfAbsent(name, file);
            if (other != null) {
                diagnostics.report(Diagnostic.of(CODE, new Span(file, 0, 0), "There are two tables of the name '" + name + "'.",
                        "Which of them a declaration is compared with would be chance.", "Rename or remove one of them.")
                        .with(new Diagnostic.Label(new Span(other, 0, 0), "the other one")));
            } else {
                tables.put(name, new TableReader(name, file, diagnostics).read());
            }
        }
        return new SpecTables(tables);
    }

    private static String nameOf(SourceFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** The sections of all tables. */
    public List<Section> sections() {
        return tables.values().stream().flatMap(t -> t.values().stream()).toList();
    }

    /** Whether there is a table of that name. */
    public boolean has(String table) {
        return tables.containsKey(table);
    }

    /** The section of that name. */
    public Optional<Section> section(String table, String name) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(name));
    }

    /** The section that an author may have meant by a reference that leads nowhere, as annotations name it. */
    public Optional<String> nearest(String reference) {
        List<String> known = new ArrayList<>();
        sections().forEach(section -> known.add(section.reference()));
        return NearestName.of(reference, known);
    }

    /** The names of all tables, for messages. */
    public String names() {
        return tables.isEmpty() ? "none" : String.join(", ", tables.keySet());
    }
}
