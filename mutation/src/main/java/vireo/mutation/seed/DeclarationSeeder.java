// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.mutation.seed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeName;

/** Errors in the tables of registers and fields, and in the declared widths of numbers. */
final class DeclarationSeeder implements Seeder {
    private static final Map<Integer, List<Integer>> OTHER_WIDTHS = Map.of(8, List.of(16), 16, List.of(8, 32), 32, List.of(16, 64), 64, List.of(32));

    private static final Map<String, List<String>> OTHER_MODES = Map.of("Ro", List.of("Rw", "Wo"), "Rw", List.of("Ro", "Wo"), "Wo", List.of("Rw"),
            "W1c", List.of("Rw"), "Rc", List.of("Ro"), "RoSplit", List.of("Ro"), "RwSplit", List.of("Rw"), "WoSplit", List.of("Wo"));

    /** Register types that exist in fewer widths than the others. */
    private static final List<String> WITHOUT_64 = List.of("W1c", "Rc");

    private static final List<String> WITHOUT_8 = List.of("Le", "Be");

    private static final Map<String, String> OTHER_NUMBERS = Map.of("U8", "U16", "U16", "U8", "U32", "U64", "U64", "U32");

    @Override
    public void seed(Tree tree, Vocabulary vocabulary, Proposals proposals) {
        tree.all(Annotation.class).forEach(annotation -> annotation(tree, annotation, proposals));
        tree.all(TypeName.class).filter(t -> tree.around(t, RecordComponent.class).isPresent()).forEach(type -> cell(type, proposals));
    }

    private static void annotation(Tree tree, Annotation annotation, Proposals proposals) {
        Span name = new Span(annotation.span().file(), annotation.span().start() + 1, annotation.span().start() + 1 + annotation.name().length());
        switch (annotation.simpleName()) {
            case "At" -> annotation.argument("value").filter(Expression.IntLiteral.class::isInstance).map(Expression.IntLiteral.class::cast)
                    .ifPresent(offset -> offset(tree, offset, proposals));
            case "Published" -> proposals.replace(Operator.DROPPED_BARRIER, annotation, "");
            case "Ring" -> annotation.argument("writer").ifPresent(side -> proposals.replace(Operator.ACCESS, side,
                    side.span().text().endsWith("DEVICE") ? "Side.DRIVER" : "Side.DEVICE"));
            default -> {
                if (OTHER_NUMBERS.containsKey(annotation.name())) {
                    proposals.replaceType(Operator.WIDTH, annotation, name, OTHER_NUMBERS.get(annotation.name()));
                }
            }
        }
    }

    private static void offset(Tree tree, Expression.IntLiteral offset, Proposals proposals) {
        Optional<RecordComponent> component = tree.around(offset, RecordComponent.class);
        int bytes = component.flatMap(c -> Vocabulary.width(c.type())).orElse(8) / 8;
        proposals.replace(Operator.OFFSET, offset, ConstantSeeder.written(offset, offset.value().add(java.math.BigInteger.valueOf(bytes))));
        if (offset.value().signum() > 0) {
            proposals.replace(Operator.OFFSET, offset, ConstantSeeder.written(offset, offset.value().subtract(java.math.BigInteger.valueOf(bytes))));
        }
        if (bytes > 1) {
            proposals.replace(Operator.OFFSET, offset, ConstantSeeder.written(offset, offset.value().add(java.math.BigInteger.ONE)));
        }
    }

    private static void cell(TypeName type, Proposals proposals) {
        if (Vocabulary.width(type).isEmpty()) {
            return;
        }
        String kind = Vocabulary.kind(type).orElseThrow();
        int width = Vocabulary.width(type).orElseThrow();
        Span name = new Span(type.span().file(), type.span().end() - type.name().length(), type.span().end());
        if (!name.text().equals(type.name())) {
            return;
        }
        if (!kind.endsWith("Split")) {
            OTHER_WIDTHS.get(width).stream().filter(w -> w < 64 || !WITHOUT_64.contains(kind)).filter(w -> w > 8 || !WITHOUT_8.contains(kind))
                    .forEach(w -> proposals.replaceType(Operator.WIDTH, type, name, kind + w));
        }
        if (kind.equals("Le") || kind.equals("Be")) {
            proposals.replaceType(Operator.ENDIANNESS, type, name, (kind.equals("Le") ? "Be" : "Le") + width);
        }
        OTHER_MODES.getOrDefault(kind, List.of()).forEach(mode -> proposals.replaceType(Operator.ACCESS, type, name, mode + width));
    }
}
