// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.semantics;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vireo.generator.ir.CNames;

/** A public static method of a snippet, which takes and returns numbers, on the JVM and as C. */
record TwinMethod(Method method) {

    /** How the harness in C calls it. Arguments are {@code a[i]}; what is printed is as {@link #onJvm} says. */
    String cCall() {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            arguments.add("(" + cType(method.getAnnotatedParameterTypes()[i]) + ")a[" + i + "]");
        }
        boolean throwing = method.getExceptionTypes().length > 0;
        boolean hasResult = method.getReturnType() != void.class;
        String result = hasResult ? cType(method.getAnnotatedReturnType()) : "int";
        if (!throwing) {
            return "printf(\"%lld\\n\", (long long)" + name() + "(" + String.join(", ", arguments) + "));";
        }
        if (hasResult) {
            arguments.add("&r");
        }
        return result + " r = 0; int e = " + name() + "(" + String.join(", ", arguments)
                + "); if (e) printf(\"E%d\\n\", -e); else printf(\"%lld\\n\", (long long)r);";
    }

    String name() {
        return CNames.function(method.getDeclaringClass().getName(), method.getName());
    }

    /** The result in decimal, or E and the number of the errno. */
    String onJvm(long[] arguments) throws ReflectiveOperationException {
        Object[] boxed = new Object[arguments.length];
        for (int i = 0; i < boxed.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            boxed[i] = type == boolean.class ? (Object) (arguments[i] != 0)
                    : type == int.class ? (Object) (int) arguments[i] : (Object) arguments[i];
        }
        try {
            Object result = method.invoke(null, boxed);
            return result instanceof Boolean b ? (b ? "1" : "0") : result == null ? "0" : String.valueOf(((Number) result).longValue());
        } catch (InvocationTargetException thrown) {
            Object errno = thrown.getCause().getClass().getMethod("errno").invoke(thrown.getCause());
            return "E" + errno.getClass().getMethod("number").invoke(errno);
        }
    }

    /** Edge values of every parameter in combination, then random ones; the same for the same seed. */
    List<long[]> inputs(int most, Random random) {
        List<long[]> inputs = new ArrayList<>();
        inputs.add(new long[0]);
        for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
            List<long[]> extended = new ArrayList<>();
            for (long[] prefix : inputs) {
                for (long edge : edges(type)) {
                    long[] longer = java.util.Arrays.copyOf(prefix, prefix.length + 1);
                    longer[prefix.length] = edge;
                    extended.add(longer);
                }
            }
            java.util.Collections.shuffle(extended, random);
            inputs = new ArrayList<>(extended.subList(0, Math.min(extended.size(), most)));
        }
        for (int i = 0; method.getParameterCount() > 0 && i < most / 2; i++) {
            long[] values = new long[method.getParameterCount()];
            for (int p = 0; p < values.length; p++) {
                values[p] = randomValue(method.getAnnotatedParameterTypes()[p], random);
            }
            inputs.add(values);
        }
        return inputs;
    }

    private static long[] range(AnnotatedType type) {
        for (var annotation : type.getAnnotations()) {
            switch (annotation.annotationType().getSimpleName()) {
                case "U8" -> {
                    return new long[] {0, 0xff};
                }
                case "U16" -> {
                    return new long[] {0, 0xffff};
                }
                case "U32" -> {
                    return new long[] {0, 0xffff_ffffL};
                }
                case "Range" -> {
                    return new long[] {attribute(annotation, "min"), attribute(annotation, "max")};
                }
                default -> { }
            }
        }
        return type.getType() == boolean.class ? new long[] {0, 1}
                : type.getType() == int.class ? new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE}
                : new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
    }

    private static long attribute(java.lang.annotation.Annotation annotation, String name) {
        try {
            return (long) annotation.annotationType().getMethod(name).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Long> edges(AnnotatedType type) {
        long[] range = range(type);
        Set<Long> edges = new LinkedHashSet<>();
        for (long edge : new long[] {range[0], range[0] + 1, range[1], range[1] - 1, 0, 1, -1, 2, 7, 127, 128, 255, 256, 0x7fff, 0x8000,
                0xffff, 0x1_0000, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, 0x1_0000_0000L, Integer.MIN_VALUE}) {
            if (range[0] <= edge && edge <= range[1]) {
                edges.add(edge);
            }
        }
        return edges;
    }

    private static long randomValue(AnnotatedType type, Random random) {
        long[] range = range(type);
        long raw = random.nextLong() >> random.nextInt(64);
        if (range[0] == Long.MIN_VALUE) {
            return raw;
        }
        return range[0] + Long.remainderUnsigned(raw, range[1] - range[0] + 1);
    }

    private static String cType(AnnotatedType type) {
        for (var annotation : type.getAnnotations()) {
            String name = annotation.annotationType().getSimpleName();
            if (name.matches("U(8|16|32|64)")) {
                return name.toLowerCase(java.util.Locale.ROOT);
            }
            if (name.equals("Range") && range(type)[0] >= 0) {
                return range(type)[1] == 0xff ? "u8" : range(type)[1] == 0xffff ? "u16"
                        : range(type)[1] <= 0xffff_ffffL ? "u32" : "u64";
            }
        }
        return type.getType() == boolean.class ? "bool" : type.getType() == int.class ? "int" : "s64";
    }
}
