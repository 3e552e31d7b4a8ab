// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.Unit;
import vireo.generator.ir.UnitLimit;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.TypeDeclaration;

/** Finds the unit among the annotations on a type: one of the dsl's, or one that the driver declares. */
final class UnitResolver {
    private final World world;
    private final Map<Span, UnitLimit> limits = new LinkedHashMap<>();

    UnitResolver(World world) {
        this.world = world;
    }

    /** The unit that the annotations name; a second one beside it is reported. */
    Optional<Unit> of(List<Annotation> annotations, SourceType context) {
        Optional<Unit> found = Optional.empty();
        for (Annotation annotation : annotations) {
            Optional<Unit> unit = of(annotation, context);
            if (unit.isPresent() && found.isPresent()) {
                world.findings()
                        .mismatch(
                                annotation.span(),
                                "a number in two units, `" + found.get().text() + "` and `"
                                        + unit.get().text() + "`",
                                "Keep one of them.");
            }
            found = unit.isPresent() ? unit : found;
        }
        return found;
    }

    /** Notes a constant that bounds numbers of a unit; literals fit every unit. */
    void limit(Unit unit, Expression constant, SourceType context) {
        new ConstantExpression(world, context).of(constant).ifPresent(e -> limits.put(constant.span(), new UnitLimit(unit, e)));
    }

    List<UnitLimit> limits() {
        return List.copyOf(limits.values());
    }

    /** Reports a unit on what is no number. */
    void refuse(List<Annotation> annotations, String type, SourceType context) {
        for (Annotation annotation : annotations) {
            if (of(annotation, context).isPresent()) {
                world.findings()
                        .mismatch(
                                annotation.span(),
                                "the unit `@" + annotation.simpleName() + "` on a `" + type + "`",
                                "Units go on `int` and `long`, on cells and registers, and before the brackets of an array.");
            }
        }
    }

    private Optional<Unit> of(Annotation annotation, SourceType context) {
        Optional<TypeSymbol> symbol = world.names(context).type(annotation.name());
        if (symbol.isPresent() && symbol.get() instanceof TypeSymbol.Dsl dsl) {
            return dsl.type().unit();
        }
        return symbol.isPresent()
                        && symbol.get() instanceof TypeSymbol.Source source
                        && source.type().kind() == SourceType.Kind.UNIT
                ? Optional.of(declared(source.type()))
                : Optional.empty();
    }

    private Unit declared(SourceType type) {
        return new Unit(type.name(), distance(type).map(TypeSymbol::name), countsThings(type));
    }

    private static boolean countsThings(SourceType type) {
        return type.declaration()
                .modifiers()
                .annotation("Unit")
                .flatMap(a -> a.argument("things"))
                .filter(e -> e instanceof Expression.BooleanLiteral literal && literal.value())
                .isPresent();
    }

    /** What {@code distance} of a unit's declaration names. */
    private Optional<TypeSymbol> distance(SourceType type) {
        return type.declaration()
                .modifiers()
                .annotation("Unit")
                .flatMap(a -> a.argument("distance"))
                .filter(Expression.ClassLiteral.class::isInstance)
                .flatMap(e -> world.names(type).type(((Expression.ClassLiteral) e).type().name()));
    }

    /** Checks the declaration of a unit: the distance between positions is counted in a unit that is no position. */
    void check(SourceType type) {
        TypeDeclaration declaration = type.declaration();
        Optional<Annotation> unit = declaration.modifiers().annotation("Unit");
        if (unit.isEmpty()
                || !world.names(type).type(unit.get().name()).filter(s -> s.name().equals(DslClasses.PACKAGE + ".Unit")).isPresent()) {
            world.findings().missingImport(declaration.nameSpan(), "annotation", "Unit", DslClasses.PACKAGE + ".Unit");
            return;
        }
        if (unit.get().argument("distance").isEmpty()) {
            return;
        }
        Optional<Unit> distance = distance(type).flatMap(UnitResolver::plain);
        boolean amount = !countsThings(type) && distance.isPresent() && distance.get().distance().isEmpty() && !distance.get().name().equals(type.name());
        if (!amount) {
            world.findings()
                    .declaration(
                            unit.get().span(),
                            "the distance of these positions is counted in no unit",
                            "Write `@Unit(distance = Bytes.class)`, or another unit that is no position; positions are no `things`.");
        }
    }

    private static Optional<Unit> plain(TypeSymbol symbol) {
        if (symbol instanceof TypeSymbol.Dsl dsl) {
            return dsl.type().unit();
        }
        if (symbol instanceof TypeSymbol.Source source && source.type().kind() == SourceType.Kind.UNIT) {
            boolean position = source.type().declaration().modifiers().annotation("Unit")
                    .filter(a -> a.argument("distance").isPresent()).isPresent();
            return Optional.of(new Unit(source.type().name(), position ? Optional.of("") : Optional.empty(), false));
        }
        return Optional.empty();
    }
}
