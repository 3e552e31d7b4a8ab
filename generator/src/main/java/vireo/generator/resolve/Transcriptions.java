// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vireo.generator.ir.Transcription;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Member;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;
import vireo.generator.syntax.ast.VariableDeclarator;

/** Reads which declarations copy a specification's table. */
public final class Transcriptions {
    private static final String TABLE = "SpecTable";
    private static final String ROW = "SpecRow";
    private static final Pattern SECTION = Pattern.compile("([^#/\\s]+)#([^#/\\s]+)");
    private static final Pattern NAMED = Pattern.compile("(?:([^#/\\s]+)#([^#/\\s]+)/)?([A-Za-z0-9_]+)");

    private final World world;
    private final List<Transcription> found = new ArrayList<>();

    private Transcriptions(World world) {
        this.world = world;
    }

    /** Those of all types. */
    public static List<Transcription> read(World world) {
        Transcriptions reading = new Transcriptions(world);
        world.sources().all().forEach(reading::type);
        return List.copyOf(reading.found);
    }

    private void type(SourceType type) {
        TypeDeclaration declaration = type.declaration();
        declaration.modifiers().annotation(TABLE).ifPresent(a -> table(type, a));
        if (declaration instanceof TypeDeclaration.RecordType record) {
            for (RecordComponent component : record.components()) {
                boolean placed = type.kind() == SourceType.Kind.BLOCK || type.kind().isDma();
                member(type, component.modifiers(), List.of(component.name()), placed);
            }
        }
        for (Member member : declaration.members()) {
            if (member instanceof Member.Field field) {
                member(type, field.modifiers(), field.declarators().stream().map(VariableDeclarator::name).toList(),
                        ConstantTable.isConstant(type, field));
            } else if (member instanceof Member.Method method) {
                member(type, method.modifiers(), List.of(), false);
            } else if (member instanceof Member.Constructor constructor) {
                member(type, constructor.modifiers(), List.of(), false);
            }
        }
    }

    private void table(SourceType type, Annotation annotation) {
        Matcher place = SECTION.matcher(TypeResolver.text(annotation).orElse(""));
        if (!place.matches()) {
            world.findings().declaration(TypeResolver.textSpan(annotation), "this names no section of a table",
                    "Write the table's name, # and the section's: \"virtio-1.4#common-cfg\".");
            return;
        }
        int from = annotation.argument("from").isEmpty() ? 0 : LayoutNumbers.required(annotation, "from", type, world).orElse(0);
        found.add(new Transcription(type.name(), Optional.empty(), Optional.of(new Transcription.Place(place.group(1), place.group(2))),
                Optional.empty(), from, TypeResolver.textSpan(annotation)));
    }

    private void member(SourceType type, Modifiers modifiers, List<String> names, boolean comparable) {
        Optional<Annotation> annotation = modifiers.annotation(ROW);
        if (annotation.isEmpty()) {
            return;
        }
        Matcher row = NAMED.matcher(TypeResolver.text(annotation.get()).orElse(""));
        if (!comparable || names.size() != 1) {
            world.findings().declaration(annotation.get().span(), "`@SpecRow` on what is no constant, register or field of a layout",
                    "Mark the constants, registers and fields that a specification's table has.");
        } else if (!row.matches()) {
            world.findings().declaration(TypeResolver.textSpan(annotation.get()), "this names no row of a table",
                    "Write the row's name, \"device_status\", or with its section, \"virtio-1.4#common-cfg/device_status\".");
        } else if (row.group(1) == null && type.declaration().modifiers().annotation(TABLE).isEmpty()) {
            world.findings().declaration(TypeResolver.textSpan(annotation.get()), "the type has no `@SpecTable` in which the row could be",
                    "Write the section before the row, \"virtio-1.4#common-cfg/device_status\", or mark the type.");
        } else {
            found.add(new Transcription(type.name(), Optional.of(names.get(0)),
                    row.group(1) == null ? Optional.empty() : Optional.of(new Transcription.Place(row.group(1), row.group(2))),
                    Optional.of(row.group(3)), 0, TypeResolver.textSpan(annotation.get())));
        }
    }
}
