// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.diagnostic.Diagnostic;
import vireo.generator.flow.CallGraph;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Program;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Transcription;
import vireo.generator.ir.TypeDecl;
import vireo.generator.source.Span;
import vireo.generator.table.Row;
import vireo.generator.table.Section;
import vireo.generator.table.SpecTables;

/** What a declaration copies from a specification is what the specification's own table says. */
final class Vr210Transcription implements ProgramCheck {
    static final String CODE = SpecTables.CODE;

    private static final String WHY = "One of the two has miscopied the specification, and only the device would tell.";
    private static final String KIND = "transcriptions";

    private final SpecTables tables;

    Vr210Transcription(SpecTables tables) {
        this.tables = tables;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(Program program, CallGraph calls, Findings findings) {
        Map<String, Section> sections = new HashMap<>();
        Map<String, Integer> starts = new HashMap<>();
        Map<String, Map<String, Transcription>> members = new HashMap<>();
        for (Transcription one : program.transcriptions()) {
            if (one.member().isPresent()) {
                members.computeIfAbsent(one.owner(), o -> new HashMap<>()).put(one.member().get(), one);
            } else {
                section(one, findings).ifPresent(s -> sections.put(one.owner(), s));
                starts.put(one.owner(), one.from());
            }
        }
        for (TypeDecl type : program.types()) {
            Map<String, Transcription> own = members.getOrDefault(type.name(), Map.of());
            boolean whole = starts.containsKey(type.name());
            if (whole && !sections.containsKey(type.name()) || !whole && own.isEmpty()) {
                continue;
            }
            Optional<Section> section = Optional.ofNullable(sections.get(type.name()));
            TableComparison comparison = new TableComparison(tables, sections, starts.getOrDefault(type.name(), 0));
            section.ifPresent(s -> whole(type, s, comparison, findings));
            if (type instanceof TypeDecl.BlockDecl block) {
                block.registers().forEach(r -> find(r.name(), r.span(), false, section, own, findings)
                        .ifPresent(row -> register(r, row, comparison, findings)));
            } else if (type instanceof DmaDecl dma) {
                dma.fields().forEach(f -> find(f.name(), f.span(), false, section, own, findings)
                        .ifPresent(row -> field(f, row, comparison, findings)));
            }
            for (TypeDecl.ConstantDecl constant : constants(type)) {
                if (isSize(constant, type) && !own.containsKey(constant.name())
                        && section.flatMap(s -> s.constant(constant.name())).isEmpty()) {
                    size(constant, type, findings);
                } else {
                    find(constant.name(), constant.span(), true, section, own, findings)
                            .ifPresent(row -> constant(constant, row, comparison, findings));
                }
            }
        }
    }

    /** A row, and where it stands. */
    private record Found(Row row, Section section) {
        String text() {
            return section.reference() + "/" + row.name();
        }
    }

    private Optional<Section> section(Transcription one, Findings findings) {
        Transcription.Place place = one.place().orElseThrow();
        Optional<Section> section = tables.section(place.table(), place.section());
        if (section.isEmpty()) {
            String what = tables.has(place.table())
                    ? "The table '" + place.table() + "' has no section '" + place.section() + "'."
                    : "There is no table '" + place.table() + "'; the driver's tables are: " + tables.names() + ".";
            String fix = tables.nearest(place.text()).map(n -> "Did you mean \"" + n + "\"?").orElse(
                    "Write it, in a file " + place.table() + SpecTables.ENDING + " in the folder 'tables' beside the source folder.");
            findings.report(Diagnostic.of(CODE, one.span(), what, "The declaration would be compared with nothing.", fix));
        }
        return section;
    }

    /** The row that a member copies; empty where it copies none, or none is there, which is reported. */
    private Optional<Found> find(String name, Span span, boolean constant, Optional<Section> ofType, Map<String, Transcription> own,
            Findings findings) {
        Optional<Transcription> marked = Optional.ofNullable(own.get(name));
        if (marked.isEmpty() && ofType.isEmpty()) {
            return Optional.empty();
        }
        Optional<Section> section = marked.isPresent() && marked.get().place().isPresent() ? section(marked.get(), findings) : ofType;
        if (section.isEmpty()) {
            return Optional.empty();
        }
        String wanted = marked.flatMap(Transcription::row).orElse(name);
        Optional<Row> row = constant ? section.get().constant(wanted).or(() -> section.get().placed(wanted)) : section.get().placed(wanted).map(r -> r);
        if (row.isEmpty()) {
            String fix = section.get().nearest(wanted, constant).map(n -> "Did you mean '" + n + "'?").orElse(constant
                    ? "Keep the driver's own numbers in a type of their own, without @SpecTable."
                    : "Take it out, or name its row with @SpecRow.");
            findings.report(Diagnostic.of(CODE, marked.map(Transcription::span).orElse(span),
                    section.get().reference() + " has no " + (constant ? "constant" : "register or field") + " '" + wanted + "'.",
                    "What the specification does not have the device does not have either.", fix)
                    .with(new Diagnostic.Label(section.get().span(), section.get().citation())));
        }
        return row.map(r -> new Found(r, section.get()));
    }

    private static void register(RegisterDecl register, Found found, TableComparison comparison, Findings findings) {
        report("'" + register.name() + "'", register.span(), found, comparison.register(register, found.row(), found.section()), findings);
    }

    private static void field(DmaDecl.Field field, Found found, TableComparison comparison, Findings findings) {
        report("'" + field.name() + "'", field.span(), found, comparison.field(field, found.row(), found.section()), findings);
    }

    private static void constant(TypeDecl.ConstantDecl constant, Found found, TableComparison comparison, Findings findings) {
        report("'" + constant.name() + "'", constant.span(), found, comparison.constant(constant, found.row(), found.section()), findings);
    }

    private static void whole(TypeDecl type, Section section, TableComparison comparison, Findings findings) {
        List<String> differences = comparison.whole(type, section);
        if (!differences.isEmpty()) {
            findings.report(Diagnostic.of(CODE, type.span(),
                    type.simpleName() + " differs from " + section.reference() + ": " + String.join("; ", differences) + ".", WHY, fix(section))
                    .with(new Diagnostic.Label(section.span(), section.citation())));
        }
        boolean empty = constants(type).isEmpty()
                && !(type instanceof TypeDecl.BlockDecl b && !b.registers().isEmpty())
                && !(type instanceof DmaDecl d && !d.fields().isEmpty());
        if (empty) {
            findings.report(Diagnostic.of(CODE, type.span(), type.simpleName() + " has no register, field or constant to compare with "
                    + section.reference() + ".", "A promise that nobody can break is none.", "Take @SpecTable out."));
        }
    }

    private static void report(String member, Span span, Found found, List<String> differences, Findings findings) {
        if (differences.isEmpty()) {
            findings.proved(KIND, new Object());
            return;
        }
        findings.report(Diagnostic.of(CODE, span, member + " differs from " + found.text() + ": " + String.join("; ", differences) + ".", WHY,
                fix(found.section()))
                .with(new Diagnostic.Label(found.row().span(), "the table has it so")));
    }

    private static String fix(Section section) {
        return "Look it up in " + section.citation() + ", and correct the one that is wrong.";
    }

    private static List<TypeDecl.ConstantDecl> constants(TypeDecl type) {
        if (type instanceof TypeDecl.BlockDecl block) {
            return block.constants();
        } else if (type instanceof DmaDecl dma) {
            return dma.constants();
        } else if (type instanceof TypeDecl.RecordDecl record) {
            return record.constants();
        } else if (type instanceof TypeDecl.ClassDecl c) {
            return c.constants();
        }
        return type instanceof TypeDecl.InterfaceDecl i ? i.constants() : List.of();
    }

    /** A layout's constant SIZE is its size, which need not be the specification's: a driver may use the first registers only. */
    private static boolean isSize(TypeDecl.ConstantDecl constant, TypeDecl type) {
        return constant.name().equals("SIZE") && (type instanceof TypeDecl.BlockDecl || type instanceof DmaDecl dma && !dma.ring());
    }

    private static void size(TypeDecl.ConstantDecl constant, TypeDecl type, Findings findings) {
        int size = type instanceof TypeDecl.BlockDecl block ? block.size() : ((DmaDecl) type).size();
        if (!constant.value().equals(BigInteger.valueOf(size))) {
            findings.report(Diagnostic.of(CODE, constant.span(), "SIZE is " + constant.value() + ", but " + type.simpleName() + " has " + size
                    + " bytes.", "Memory or a window would be taken for longer or shorter than it is.", "Correct one of the two.")
                    .with(new Diagnostic.Label(type.span(), "declared here")));
        } else {
            findings.proved(KIND, constant);
        }
    }
}
