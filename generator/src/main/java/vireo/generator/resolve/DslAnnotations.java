// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vireo.generator.ir.Unit;

/**
 * Reads annotations of the dsl's classes by simple name: the generator is built without the dsl, and the dsl's classes come from
 * whatever loader reads the class path.
 */
final class DslAnnotations {
    private DslAnnotations() {}

    static boolean has(AnnotatedElement element, String simpleName) {
        return find(element, simpleName).isPresent();
    }

    static Optional<Annotation> find(AnnotatedElement element, String simpleName) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals(simpleName)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    /** The {@code value} of an annotation, where it is there and holds text. */
    static Optional<String> text(AnnotatedElement element, String simpleName) {
        return find(element, simpleName).map(a -> String.valueOf(argument(a, "value")));
    }

    /** The unit that an annotation type of the dsl declares. */
    static Optional<Unit> unit(Class<?> annotationType) {
        return find(annotationType, "Unit").map(a -> {
            String distance = ((Class<?>) argument(a, "distance")).getName();
            boolean position = !distance.equals(a.annotationType().getName());
            boolean things = (Boolean) argument(a, "things");
            return position || things
                    ? new Unit(annotationType.getName(), position ? Optional.of(distance) : Optional.empty(), things)
                    : Unit.of(annotationType.getName());
        });
    }

    /** The names of the enum constants that are an annotation's {@code value}; none where it is not there. */
    static Set<String> names(AnnotatedElement element, String simpleName) {
        Set<String> names = new TreeSet<>();
        find(element, simpleName).ifPresent(a -> {
            for (Object constant : (Object[]) argument(a, "value")) {
                names.add(String.valueOf(((Enum<?>) constant).name()));
            }
        });
        return names;
    }

    /** An argument of an annotation, its default where none was given. */
    static Object argument(Annotation annotation, String name) {
        try {
            return annotation.annotationType().getMethod(name).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "the dsl's annotation " + annotation.annotationType().getName() + " has no " + name, e);
        }
    }
}
