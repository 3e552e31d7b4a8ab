// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;
import vireo.generator.ir.UnitLimit;
import vireo.generator.source.Span;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Expression;
import vireo.generator.syntax.ast.TypeName;

/** Turns types as written into types of the IR, without the terms that relate them to other values ({@link Terms} adds those). */
public final class TypeResolver {
    private final World world;
    private final UnitResolver units;

    TypeResolver(World world) {
        this.world = world;
        this.units = new UnitResolver(world);
    }

    /**
     * The type; erroneous where it is none of a value, which is reported.
     *
     * @param declared annotations before the declaration, among them those of the type
     */
    public Type resolve(TypeName written, List<Annotation> declared, SourceType context) {
        List<Annotation> annotations = new ArrayList<>(declared);
        annotations.addAll(written.annotations());
        if (written.dimensions() > 1) {
            world.findings().outside(written.span(), "arrays of arrays", "Use one array, and compute the index.");
            return new Type.Erroneous();
        }
        List<Annotation> ofElement = annotations.stream()
                .filter(a -> !written.index().contains(a) || units.of(List.of(a), context).isEmpty())
                .toList();
        Type element = scalar(written, ofElement, context);
        if (written.dimensions() == 0) {
            if (element instanceof Type.Int number && number.java() == Type.Java.BYTE) {
                world.findings().outside(written.span(), "`byte` outside of arrays", "Use `@U8 int`, or `int`.");
                return new Type.Erroneous();
            }
            return element;
        }
        return element instanceof Type.Erroneous
                ? element
                : new Type.Array(element, OptionalInt.empty(), Optional.empty(), units.of(written.index(), context));
    }

    private Type scalar(TypeName written, List<Annotation> annotations, SourceType context) {
        switch (written.name()) {
            case "void":
                units.refuse(annotations, "void", context);
                return new Type.Void();
            case "boolean":
                refuseNumberAnnotations(annotations, "boolean");
                units.refuse(annotations, "boolean", context);
                return new Type.Bool();
            case "int":
                return number(Type.Java.INT, annotations, context);
            case "long":
                return number(Type.Java.LONG, annotations, context);
            case "byte":
                refuseNumberAnnotations(annotations, "byte");
                units.refuse(annotations, "byte", context);
                return Type.Int.BYTE;
            case "char", "short", "float", "double", "var", "?":
                return new Type.Erroneous();
            default:
                return reference(written, annotations, context);
        }
    }

    private Type reference(TypeName written, List<Annotation> annotations, SourceType context) {
        Names names = world.names(context);
        Optional<TypeSymbol> symbol = names.type(written.name());
        if (symbol.isEmpty()) {
            unknownType(written, names);
            return new Type.Erroneous();
        }
        refuseNumberAnnotations(annotations, written.name());
        boolean nullable = has(annotations, "Nullable");
        if (symbol.get() instanceof TypeSymbol.Source source) {
            units.refuse(annotations, written.name(), context);
            if (nullable
                    && (source.type().kind() == SourceType.Kind.VALUE
                            || source.type().kind() == SourceType.Kind.ENUM)) {
                world.findings()
                        .outside(
                                written.span(),
                                "`@Nullable` on a " + source.type().kind().text(),
                                "Add a boolean, or an enum constant, that says that there is none.");
            }
            return of(source.type(), nullable);
        }
        if (symbol.get() instanceof TypeSymbol.Dsl dsl) {
            return withUnit(dslType(written, dsl.type(), nullable, context), written, annotations, context);
        }
        return new Type.Erroneous();
    }

    /** A cell holds numbers of a unit; a unit before an array in device-visible memory is that of its indices. */
    private Type withUnit(Type type, TypeName written, List<Annotation> annotations, SourceType context) {
        if (type instanceof Type.Cell cell) {
            return new Type.Cell(cell.order(), cell.bits(), units.of(annotations, context));
        }
        if (type instanceof Type.DmaArray array) {
            return new Type.DmaArray(array.element(), array.length(), units.of(annotations, context));
        }
        if (!(type instanceof Type.Register) && !(type instanceof Type.Erroneous)) {
            units.refuse(annotations, written.name(), context);
        }
        return type;
    }

    private Type dslType(TypeName written, DslType type, boolean nullable, SourceType context) {
        if (type.shape() == DslType.Shape.DMA_ARRAY || type.shape() == DslType.Shape.REGISTER_ARRAY) {
            if (written.arguments().size() != 1) {
                world.findings()
                        .mismatch(
                                written.span(),
                                "`" + written.name() + "` needs the type of its elements",
                                "Write `" + written.name() + "<...>`.");
                return new Type.Erroneous();
            }
            Type element = resolve(written.arguments().get(0), List.of(), context);
            boolean fits = type.shape() == DslType.Shape.DMA_ARRAY
                    ? element instanceof Type.Cell || element instanceof Type.Dma
                    : element instanceof Type.Register;
            if (!fits && !(element instanceof Type.Erroneous)) {
                world.findings()
                        .mismatch(
                                written.span(),
                                "`" + TypeText.of(element) + "` is no element of a " + type.simpleName(),
                                "Name a cell or DMA structure for a DmaArray, a register for a RegisterArray.");
                return new Type.Erroneous();
            }
            return type.shape() == DslType.Shape.DMA_ARRAY ? new Type.DmaArray(element, Optional.empty()) : element;
        }
        boolean pointer = type.shape() == DslType.Shape.FOREIGN && type.cType().strip().endsWith("*");
        if (nullable && pointer) {
            return new Type.Foreign(type.name(), type.cType(), type.linear(), true);
        }
        if (nullable) {
            world.findings()
                    .outside(
                            written.span(),
                            "`@Nullable` on `" + type.simpleName() + "`",
                            "Keep it where it always exists.");
        }
        Type value = DslValueTypes.of(type);
        if (value instanceof Type.Erroneous && type.shape() != DslType.Shape.EXCEPTION) {
            world.findings()
                    .mismatch(
                            written.span(),
                            "`" + type.simpleName() + "` is no type of a value",
                            "Use a number type, such as `@U16 int`, or one of the driver's types.");
        }
        return value;
    }

    private void unknownType(TypeName written, Names names) {
        Optional<String> elsewhere = names.importFor(written.name());
        if (elsewhere.isPresent()) {
            world.findings().missingImport(written.span(), "type", written.name(), elsewhere.get());
        } else {
            world.findings().unknown(written.span(), "type", written.name(), names.suggestions());
        }
    }

    /** The type of values of a driver's type. */
    public static Type of(SourceType type, boolean nullable) {
        return switch (type.kind()) {
            case BLOCK -> new Type.Block(type.name(), nullable);
            case DMA_STRUCT, RING -> new Type.Dma(type.name(), Optional.empty(), nullable);
            case VALUE -> new Type.Value(type.name());
            case OBJECT -> new Type.Object(type.name(), nullable);
            case INTERFACE -> new Type.Interface(type.name(), nullable);
            case ENUM -> new Type.Enum(type.name());
            case UNIT -> new Type.Erroneous();
        };
    }

    private Type number(Type.Java carrier, List<Annotation> annotations, SourceType context) {
        NumberAnnotations read = new NumberAnnotations(carrier);
        for (Annotation annotation : annotations) {
            switch (annotation.simpleName()) {
                case "U8" -> range(read, Interval.U8, carrier, annotation);
                case "U16" -> range(read, Interval.U16, carrier, annotation);
                case "U32" -> range(read, Interval.U32, carrier, annotation);
                case "U64" -> range(read, Interval.U64, carrier, annotation);
                case "Range" -> declaredRange(annotation, carrier, context)
                        .ifPresent(r -> range(read, r, carrier, annotation));
                case "BitMask" -> {
                    read.qualify(Type.Qualifier.BIT_MASK);
                    annotation
                            .argument("value")
                            .flatMap(v -> world.constants().evaluate(v, context))
                            .ifPresent(v -> read.bits(v.value().longValue()));
                }
                case "Nullable" -> world.findings()
                        .mismatch(annotation.span(), "a number is never null", "Remove `@Nullable`.");
                default -> NumberAnnotations.qualifier(annotation).ifPresent(read::qualify);
            }
        }
        units.of(annotations, context).ifPresent(unit -> {
            read.unit(unit);
            annotations.stream()
                    .filter(a -> a.simpleName().equals("Range"))
                    .flatMap(a -> a.arguments().stream())
                    .forEach(a -> units.limit(unit, a.value(), context));
        });
        if (!read.hasRange() && (has(annotations, "Below") || has(annotations, "AtMost"))) {
            read.range(new Interval(BigInteger.ZERO, carrier.range().max()));
        }
        return read.type();
    }

    private void range(NumberAnnotations read, Interval range, Type.Java carrier, Annotation at) {
        boolean unsigned64 = carrier == Type.Java.LONG && range.equals(Interval.U64);
        if (!carrier.range().contains(range) && !unsigned64) {
            world.findings()
                    .mismatch(
                            at.span(),
                            "an `int` does not hold every value of `@" + at.simpleName() + "`",
                            "Declare it `long`.");
        } else if (!read.range(range)) {
            world.findings().mismatch(at.span(), "the declared ranges have no value in common", "Keep one of them.");
        }
    }

    private Optional<Interval> declaredRange(Annotation annotation, Type.Java carrier, SourceType context) {
        BigInteger min = bound(annotation, "min", BigInteger.ZERO, context);
        BigInteger max = bound(annotation, "max", carrier.range().max(), context);
        if (min == null || max == null) {
            return Optional.empty();
        }
        if (min.compareTo(max) > 0) {
            world.findings()
                    .mismatch(
                            annotation.span(),
                            "the range " + min + " to " + max + " is empty",
                            "Give a `min` that is at most `max`.");
            return Optional.empty();
        }
        return Optional.of(new Interval(min, max));
    }

    private BigInteger bound(Annotation annotation, String name, BigInteger absent, SourceType context) {
        Optional<Expression> given = annotation.argument(name);
        return given.isEmpty()
                ? absent
                : world.constants()
                        .evaluate(given.get(), context)
                        .map(JavaConstant::value)
                        .orElse(null);
    }

    private void refuseNumberAnnotations(List<Annotation> annotations, String type) {
        for (Annotation annotation : annotations) {
            boolean ofNumbers = annotation.simpleName().matches("U8|U16|U32|U64|Range|Below|AtMost")
                    || NumberAnnotations.qualifier(annotation).isPresent();
            // A component of a register block says what the register holds: @BitMask Rw32.
            boolean ofCells = annotation.simpleName().matches("BitMask|FreeRunning|Completed|Delivered|Undelivered|WrittenBy");
            if (ofNumbers && !ofCells) {
                world.findings()
                        .mismatch(
                                annotation.span(),
                                "`@" + annotation.simpleName() + "` says something about a number, and this is `" + type
                                        + "`",
                                "Remove it, or declare an `int` or `long`.");
            }
        }
    }

    /** The unit that stands before a type, or before the declaration. */
    Optional<Unit> unit(TypeName written, List<Annotation> declared, SourceType context) {
        List<Annotation> annotations = new ArrayList<>(declared);
        annotations.addAll(written.annotations());
        return units.of(annotations, context);
    }

    /** The constants that bound numbers of units, as far as types were resolved. */
    public List<UnitLimit> unitLimits() {
        return units.limits();
    }

    /** An array of this length has as many indices of the unit. */
    void length(Unit index, Expression length, SourceType context) {
        units.limit(index, length, context);
    }

    /** Checks the declaration of a unit. */
    public void checkUnit(SourceType type) {
        units.check(type);
    }

    static boolean has(List<Annotation> annotations, String simpleName) {
        return annotations.stream().anyMatch(a -> a.simpleName().equals(simpleName));
    }

    /** The annotation of that simple name, in either place. */
    static Optional<Annotation> find(List<Annotation> annotations, TypeName written, String simpleName) {
        return java.util.stream.Stream.concat(annotations.stream(), written.annotations().stream())
                .filter(a -> a.simpleName().equals(simpleName))
                .findFirst();
    }

    /** The value of an annotation's argument that is a number. */
    public Optional<BigInteger> number(Annotation annotation, String argument, SourceType context) {
        return annotation
                .argument(argument)
                .flatMap(v -> world.constants().evaluate(v, context))
                .map(JavaConstant::value);
    }

    /** The value of an annotation's argument that is text. */
    public static Optional<String> text(Annotation annotation) {
        return annotation
                .argument("value")
                .filter(Expression.StringLiteral.class::isInstance)
                .map(v -> ((Expression.StringLiteral) v).value());
    }

    /** Where the text of an annotation's argument stands. */
    public static Span textSpan(Annotation annotation) {
        return annotation.argument("value").map(Expression::span).orElse(annotation.span());
    }
}
