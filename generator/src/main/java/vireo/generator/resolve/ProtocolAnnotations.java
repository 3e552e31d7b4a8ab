// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.ir.Protocol;
import vireo.generator.ir.Stage;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.Modifiers;

/** Reads what methods and records say of the protocol between driver and device. */
public final class ProtocolAnnotations {
    private static final int LAST_FEATURE = 63;

    private final World world;
    private final SourceType type;

    /** The annotations of one type's declaration and members. */
    public ProtocolAnnotations(World world, SourceType type) {
        this.world = world;
        this.type = type;
    }

    /** What a method's annotations say. */
    public Protocol of(Modifiers modifiers) {
        Optional<Annotation> quiesces = modifiers.annotation("Quiesces");
        Optional<Annotation> stage = modifiers.annotation("NeedsStage");
        return new Protocol(
                quiesces.isPresent(),
                quiesces.filter(a -> isTrue(a, "confirmed")).isPresent(),
                quiesces.filter(a -> isTrue(a, "keepsMemory")).isPresent(),
                modifiers.annotation("Exposes").isPresent(),
                modifiers.annotation("TellsDevice").isPresent(),
                modifiers.annotation("DeviceSays").isPresent(),
                modifiers.annotation("Waives").map(a -> bits(a, "value")).orElse(0L),
                stage.flatMap(a -> record(a, "value")),
                modifiers.annotation("OffersFeatures").isPresent(),
                modifiers.annotation("AcceptsFeatures").isPresent(),
                modifiers.annotation("KnowsFeature").isPresent(),
                feature(modifiers));
    }

    private static boolean isTrue(Annotation annotation, String argument) {
        return annotation.argument(argument).filter(v -> v instanceof Expression.BooleanLiteral yes && yes.value()).isPresent();
    }

    /** The feature without which what is declared does not exist. */
    public OptionalInt feature(Modifiers modifiers) {
        return modifiers
                .annotation("RequiresFeature")
                .map(a -> OptionalInt.of(featureNumber(a, "value")))
                .orElse(OptionalInt.empty());
    }

    /** What a feature, named by a constant, needs: of each set one feature at least. */
    public List<Set<Integer>> prerequisites(Modifiers modifiers) {
        List<Set<Integer>> found = new ArrayList<>();
        for (Annotation annotation : modifiers.annotations()) {
            if (annotation.simpleName().equals("DependsOn")) {
                Set<Integer> one = new TreeSet<>();
                one.add(featureNumber(annotation, "value"));
                if (annotation.argument("or").isPresent()) {
                    one.add(featureNumber(annotation, "or"));
                }
                found.add(one);
            }
        }
        return found;
    }

    /** The stage that those have to show who write a register of a block. */
    public Optional<String> writingStage() {
        return type.declaration().modifiers().annotation("NeedsStage").flatMap(a -> record(a, "value"));
    }

    /** The stage that a record stands for. */
    public Optional<Stage> stage() {
        return type.declaration()
                .modifiers()
                .annotation("Earned")
                .map(a -> new Stage(record(a, "from"), bits(a, "tells"), bits(a, "confirms"), bits(a, "abandons")));
    }

    private int featureNumber(Annotation annotation, String argument) {
        long number = bits(annotation, argument);
        if (number < 0 || number > LAST_FEATURE) {
            world.findings().mismatch(annotation.span(), "features have the numbers 0 to " + LAST_FEATURE, "Name the number of a feature.");
            return 0;
        }
        return (int) number;
    }

    private long bits(Annotation annotation, String argument) {
        // A plain `true` or `false` is refused with the other arguments of the wrong sort.
        Optional<JavaConstant> value = annotation
                .argument(argument)
                .filter(v -> !(v instanceof Expression.BooleanLiteral))
                .flatMap(v -> world.constants().evaluate(v, type));
        if (value.filter(v -> v.kind() == JavaConstant.Kind.BOOLEAN).isPresent()) {
            world.findings().mismatch(annotation.span(), "the argument `" + argument + "` is a number", "Write a number, or the name of a constant.");
            return 0;
        }
        return value.map(JavaConstant::value).map(BigInteger::longValue).orElse(0L);
    }

    /** The record that a class literal names. */
    private Optional<String> record(Annotation annotation, String argument) {
        Optional<Expression> value = annotation.argument(argument);
        if (value.isEmpty() || !(value.get() instanceof Expression.ClassLiteral literal) || literal.type().name().equals("void")) {
            return Optional.empty();
        }
        Optional<TypeSymbol> symbol = world.names(type).type(literal.type().name());
        if (symbol.isPresent() && symbol.get() instanceof TypeSymbol.Source source && source.type().kind() == SourceType.Kind.VALUE) {
            return Optional.of(source.name());
        }
        world.findings().mismatch(literal.span(), "a stage is a record of the driver", "Name a record that is marked `@Earned`.");
        return Optional.empty();
    }
}
