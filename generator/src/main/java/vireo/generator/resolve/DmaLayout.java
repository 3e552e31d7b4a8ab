// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.Expr;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Reads the layout of a DMA structure or ring from its record. */
final class DmaLayout {
    private final World world;
    private final SourceType type;
    private final TypeDeclaration.RecordType record;

    DmaLayout(World world, SourceType type) {
        this.world = world;
        this.type = type;
        this.record = (TypeDeclaration.RecordType) type.declaration();
    }

    DmaDecl read() {
        boolean ring = type.kind() == SourceType.Kind.RING;
        Annotation annotation =
                record.modifiers().annotation(ring ? "Ring" : "DmaStruct").orElseThrow();
        int align = LayoutNumbers.required(annotation, "align", type, world).orElse(1);
        List<DmaDecl.Field> fields = new ArrayList<>();
        for (RecordComponent component : record.components()) {
            field(component).ifPresent(f -> {
                fields.stream()
                        .filter(o -> o.name().equals(f.name()))
                        .findFirst()
                        .ifPresent(
                                o -> world.findings().duplicate(component.nameSpan(), "component", f.name(), o.span()));
                fields.add(f);
            });
        }
        long arrays = fields.stream().filter(f -> f.lengthName().isPresent()).count();
        if (ring && arrays != 1 || !ring && arrays != 0) {
            world.findings()
                    .declaration(
                            record.nameSpan(),
                            ring
                                    ? "a ring with " + arrays + " arrays of variable length"
                                    : "a DMA structure with an array of variable length",
                            ring
                                    ? "Mark exactly one DmaArray with `@Length`."
                                    : "Give the array a `@Count`, or declare a `@Ring`.");
        }
        int size = ring
                ? fixedPart(fields)
                : LayoutNumbers.required(annotation, "size", type, world).orElse(0);
        return new DmaDecl(
                type.name(),
                ring,
                size,
                align,
                writer(annotation, ring),
                fields,
                chain(),
                world.members(type).constants(),
                record.documentation().javadoc(),
                record.nameSpan());
    }

    private Optional<DmaDecl.Chain> chain() {
        for (RecordComponent component : record.components()) {
            Optional<Annotation> flags = component.modifiers().annotation("ChainFlags");
            if (flags.isPresent()) {
                Annotation annotation = flags.get();
                String next = annotation.argument("next").filter(Expression.StringLiteral.class::isInstance)
                        .map(literal -> ((Expression.StringLiteral) literal).value()).orElse("");
                if (record.components().stream().noneMatch(c -> c.name().equals(next))) {
                    world.findings().unknown(annotation.span(), "component", next,
                            record.components().stream().map(RecordComponent::name).toList());
                }
                int table = annotation.argument("table").isPresent()
                        ? LayoutNumbers.required(annotation, "table", type, world).orElse(0) : 0;
                return Optional.of(new DmaDecl.Chain(component.name(), next,
                        LayoutNumbers.required(annotation, "more", type, world).orElse(0),
                        LayoutNumbers.required(annotation, "written", type, world).orElse(0), table));
            }
        }
        return Optional.empty();
    }

    /** What lies before the variable array: its offset. */
    private static int fixedPart(List<DmaDecl.Field> fields) {
        return fields.stream()
                .filter(f -> f.lengthName().isPresent() && f.offset().isPresent())
                .mapToInt(f -> f.offset().getAsInt())
                .findFirst()
                .orElse(0);
    }

    private DmaDecl.Writer writer(Annotation annotation, boolean ring) {
        String side = annotation
                .argument("writer")
                .flatMap(DottedName::of)
                .map(n -> n.substring(n.lastIndexOf('.') + 1))
                .orElse("");
        if (ring && !side.equals("DEVICE") && !side.equals("DRIVER")) {
            world.findings()
                    .declaration(
                            annotation.span(),
                            "the ring does not say who writes it",
                            "Write `writer = Side.DEVICE` or `writer = Side.DRIVER`.");
        }
        return side.equals("DEVICE")
                ? DmaDecl.Writer.DEVICE
                : side.equals("DRIVER") ? DmaDecl.Writer.DRIVER : DmaDecl.Writer.BOTH;
    }

    private Optional<DmaDecl.Field> field(RecordComponent component) {
        Modifiers modifiers = component.modifiers();
        Type resolved = world.types().resolve(component.type(), modifiers.annotations(), type);
        boolean fits =
                resolved instanceof Type.Cell
                        || resolved instanceof Type.Dma
                        || resolved instanceof Type.DmaArray
                        || resolved instanceof Type.DmaBytes;
        if (!fits) {
            if (!(resolved instanceof Type.Erroneous)) {
                world.findings()
                        .mismatch(
                                component.type().span(),
                                "`" + TypeText.of(resolved) + "` does not lie in device-visible memory",
                                "Use a cell, such as `Le32`, a DMA structure, a DmaArray, or DmaBytes.");
            }
            return Optional.empty();
        }
        Optional<Annotation> after = modifiers.annotation("After");
        Optional<Integer> offset = after.isPresent() ? Optional.empty() : LayoutNumbers.at(component, type, world);
        if (after.isEmpty() && offset.isEmpty()) {
            return Optional.empty();
        }
        after.ifPresent(this::checkAfter);
        OptionalInt count = modifiers
                .annotation("Count")
                .flatMap(a -> LayoutNumbers.required(a, "value", type, world))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        Optional<String> length = TypeResolver.find(modifiers.annotations(), component.type(), "Length")
                .flatMap(TypeResolver::text);
        if (resolved instanceof Type.DmaArray array) {
            if (count.isPresent() == length.isPresent()) {
                world.findings()
                        .declaration(
                                component.nameSpan(),
                                "the array `" + component.name() + "` has no length, or two",
                                "Mark it with either `@Count(n)` or `@Length(\"name\")`.");
                return Optional.empty();
            }
            resolved = array.withLength(
                    count.isPresent() ? Optional.of(constant(count.getAsInt(), component)) : Optional.empty());
        }
        if (resolved instanceof Type.DmaBytes) {
            if (count.isEmpty()) {
                world.findings()
                        .declaration(
                                component.nameSpan(),
                                "the bytes `" + component.name() + "` have no number",
                                "Mark them with `@Count(n)`.");
                return Optional.empty();
            }
            resolved = new Type.DmaBytes(Optional.of(constant(count.getAsInt(), component)));
        }
        return Optional.of(new DmaDecl.Field(
                type.name(),
                component.name(),
                offset.map(OptionalInt::of).orElse(OptionalInt.empty()),
                resolved,
                count,
                length,
                after.flatMap(TypeResolver::text),
                value(resolved, component),
                modifiers.annotation("Published").isPresent(),
                component.documentation().javadoc(),
                component.nameSpan()));
    }

    private void checkAfter(Annotation after) {
        String name = TypeResolver.text(after).orElse("");
        List<String> names =
                record.components().stream().map(RecordComponent::name).toList();
        if (!names.contains(name)) {
            world.findings().unknown(TypeResolver.textSpan(after), "component", name, names);
        }
    }

    private static Expr constant(int count, RecordComponent component) {
        var value = java.math.BigInteger.valueOf(count);
        return new Expr.Const(value, Type.Int.of(Type.Java.INT, Interval.of(value)), component.nameSpan());
    }

    private Optional<Type.Int> value(Type resolved, RecordComponent component) {
        Type cell = resolved instanceof Type.DmaArray array ? array.element() : resolved;
        List<Annotation> annotations = component.modifiers().annotations();
        if (!(cell instanceof Type.Cell c)) {
            TypeResolver.find(annotations, component.type(), "WrittenBy").ifPresent(a -> world.findings()
                    .mismatch(
                            a.span(),
                            "`@WrittenBy` says who writes a cell, and `" + component.name() + "` is none",
                            "Put it on the cells; of DmaBytes the driver never reads more than a completion delivered."));
            return Optional.empty();
        }
        Set<Type.Qualifier> qualifiers = EnumSet.noneOf(Type.Qualifier.class);
        for (Annotation annotation : annotations) {
            NumberAnnotations.qualifier(annotation).ifPresent(qualifiers::add);
        }
        for (Annotation annotation : component.type().annotations()) {
            NumberAnnotations.qualifier(annotation).ifPresent(qualifiers::add);
        }
        long bits = TypeResolver.find(annotations, component.type(), "BitMask")
                .flatMap(a -> a.argument("value"))
                .flatMap((Expression v) -> world.constants().evaluate(v, type))
                .map(v -> v.value().longValue())
                .orElse(-1L);
        return Optional.of(new Type.Int(
                c.bits() < 32 ? Type.Java.INT : Type.Java.LONG,
                Interval.unsigned(c.bits()),
                bits,
                qualifiers,
                List.of()));
    }
}
