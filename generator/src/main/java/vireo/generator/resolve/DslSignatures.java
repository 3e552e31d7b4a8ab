// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vireo.generator.ir.Interval;
import vireo.generator.ir.Type;

/** Reads the signatures of the dsl's methods, the annotations on the use of types included. */
final class DslSignatures {
    private final DslClasses classes;

    DslSignatures(DslClasses classes) {
        this.classes = classes;
    }

    DslMethod read(Method method) {
        List<DslMethod.DslParameter> parameters = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            parameters.add(new DslMethod.DslParameter(
                    parameter.getName(), type(parameter.getAnnotatedType()), DslAnnotations.has(parameter, "Moves")));
        }
        boolean throwing = false;
        for (Class<?> thrown : method.getExceptionTypes()) {
            throwing |= thrown.getSimpleName().equals("DriverException");
        }
        return new DslMethod(
                method.getDeclaringClass().getName(),
                method.getName(),
                DslAnnotations.text(method, "Intrinsic"),
                DslAnnotations.text(method, "CFunction"),
                DslAnnotations.text(method, "CField"),
                Modifier.isStatic(method.getModifiers()),
                parameters,
                type(method.getAnnotatedReturnType()),
                throwing,
                DslAnnotations.has(method, "Moves"),
                DslAnnotations.has(method, "Discardable"),
                DslAnnotations.names(method, "Fails"));
    }

    /** The type, or an erroneous one where only an intrinsic can say what it means. */
    Type type(AnnotatedType annotated) {
        java.lang.reflect.Type plain = annotated.getType();
        if (plain == void.class) {
            return new Type.Void();
        }
        if (plain == boolean.class) {
            return new Type.Bool();
        }
        if (plain == int.class) {
            return number(Type.Java.INT, annotated);
        }
        if (plain == long.class) {
            return number(Type.Java.LONG, annotated);
        }
        if (plain == byte[].class) {
            return new Type.Array(Type.Int.BYTE, OptionalInt.empty(), Optional.empty());
        }
        if (plain instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && raw.getSimpleName().equals("DmaArray")
                && annotated instanceof AnnotatedParameterizedType parts) {
            return new Type.DmaArray(type(parts.getAnnotatedActualTypeArguments()[0]), Optional.empty());
        }
        if (plain instanceof Class<?> reference) {
            return classes.find(reference.getName()).map(DslValueTypes::of).orElse(new Type.Erroneous());
        }
        return new Type.Erroneous();
    }

    private static Type number(Type.Java carrier, AnnotatedElement annotated) {
        NumberAnnotations read = new NumberAnnotations(carrier);
        for (Annotation annotation : annotated.getAnnotations()) {
            switch (annotation.annotationType().getSimpleName()) {
                case "U8" -> read.range(Interval.U8);
                case "U16" -> read.range(Interval.U16);
                case "U32" -> read.range(Interval.U32);
                case "U64" -> read.range(Interval.U64);
                case "Range" -> {
                    long min = (Long) DslAnnotations.argument(annotation, "min");
                    long max = (Long) DslAnnotations.argument(annotation, "max");
                    read.range(
                            Interval.of(min, Math.min(max, carrier.range().max().longValueExact())));
                }
                case "BitMask" -> {
                    read.qualify(Type.Qualifier.BIT_MASK);
                    read.bits((Long) DslAnnotations.argument(annotation, "value"));
                }
                default -> {
                    NumberAnnotations.qualifier(annotation.annotationType().getSimpleName())
                            .ifPresent(read::qualify);
                    DslAnnotations.unit(annotation.annotationType()).ifPresent(read::unit);
                }
            }
        }
        return read.type();
    }
}
