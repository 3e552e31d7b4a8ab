// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;
import vireo.generator.syntax.ast.Annotation;

/** Collects what the annotations on one use of a number type say. */
final class NumberAnnotations {
    private final Type.Java carrier;
    private final Set<Type.Qualifier> qualifiers = EnumSet.noneOf(Type.Qualifier.class);
    private Optional<Interval> range = Optional.empty();
    private Optional<Unit> unit = Optional.empty();
    private long bits = -1;

    NumberAnnotations(Type.Java carrier) {
        this.carrier = carrier;
    }

    /** The qualifier that an annotation of that simple name stands for. */
    static Optional<Type.Qualifier> qualifier(String simpleName) {
        return switch (simpleName) {
            case "BitNumber" -> Optional.of(Type.Qualifier.BIT_NUMBER);
            case "BitMask" -> Optional.of(Type.Qualifier.BIT_MASK);
            case "FreeRunning" -> Optional.of(Type.Qualifier.FREE_RUNNING);
            case "LittleEndian" -> Optional.of(Type.Qualifier.LITTLE_ENDIAN);
            case "BigEndian" -> Optional.of(Type.Qualifier.BIG_ENDIAN);
            case "Completed" -> Optional.of(Type.Qualifier.COMPLETED);
            case "Delivered" -> Optional.of(Type.Qualifier.DELIVERED);
            case "Undelivered" -> Optional.of(Type.Qualifier.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    /** The qualifier that the annotation stands for. */
    static Optional<Type.Qualifier> qualifier(Annotation annotation) {
        if (!annotation.simpleName().equals("WrittenBy")) {
            return qualifier(annotation.simpleName());
        }
        return annotation.argument("value").flatMap(DottedName::of).map(name -> name.endsWith("DEVICE")
                ? Type.Qualifier.WRITTEN_BY_DEVICE : Type.Qualifier.WRITTEN_BY_DRIVER);
    }

    /** Takes the range, or what it has in common with an earlier one; false where that is nothing. */
    boolean range(Interval declared) {
        if (range.isEmpty()) {
            range = Optional.of(declared);
            return true;
        }
        var min = range.get().min().max(declared.min());
        var max = range.get().max().min(declared.max());
        if (min.compareTo(max) > 0) {
            return false;
        }
        range = Optional.of(new Interval(min, max));
        return true;
    }

    void qualify(Type.Qualifier qualifier) {
        qualifiers.add(qualifier);
    }

    void unit(Unit declared) {
        unit = Optional.of(declared);
    }

    void bits(long allowed) {
        bits = allowed;
    }

    boolean hasRange() {
        return range.isPresent();
    }

    Type.Int type() {
        return new Type.Int(carrier, range.orElse(carrier.range()), bits, qualifiers, List.of(), unit);
    }
}
