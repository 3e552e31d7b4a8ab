// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vireo.dsl.spi.CField;
import vireo.dsl.spi.CFunction;
import vireo.dsl.spi.CType;
import vireo.dsl.spi.Intrinsic;

/** What the generator reads by reflection is complete and agrees with the port header and the README. */
class DeclarationsTest {
    private static final Path ROOT = Path.of(System.getProperty("vireo.root", ".."));
    private static final Set<String> FOR_TESTS_ONLY = Set.of("Errno.number", "Deadline.nanoseconds");

    @Test
    void everyAnnotationIsVisibleAtRunTime() throws Exception {
        List<Class<?>> annotations = types().filter(Class::isAnnotation).toList();
        assertThat(annotations).hasSizeGreaterThan(25);
        for (Class<?> annotation : annotations) {
            assertThat(annotation.getAnnotation(Retention.class).value()).as("%s", annotation)
                    .isEqualTo(RetentionPolicy.RUNTIME);
        }
    }

    @Test
    void annotationsOfNumbersAreTypeUse() {
        for (Class<?> annotation : List.of(
                U8.class, U16.class, U32.class, U64.class, Range.class, Below.class, AtMost.class, BitNumber.class,
                BitMask.class, FreeRunning.class, LittleEndian.class, BigEndian.class, Nullable.class)) {
            assertThat(annotation.getAnnotation(Target.class).value()).as("%s", annotation)
                    .containsExactly(ElementType.TYPE_USE);
        }
    }

    @Test
    void everyOperationOfTheDslCarriesTheIntrinsicNameOfItsTypeAndMethod() throws Exception {
        int operations = 0;
        for (Class<?> type : operationTypes()) {
            String name = type.getSimpleName().toLowerCase(Locale.ROOT).replace("uint", "u");
            assertThat(type.getAnnotation(Intrinsic.class)).as("%s", type).isNotNull();
            assertThat(type.getAnnotation(Intrinsic.class).value()).isEqualTo(name);
            for (Method method : operations(type)) {
                Intrinsic intrinsic = method.getAnnotation(Intrinsic.class);
                assertThat(intrinsic).as("%s", method).isNotNull();
                assertThat(intrinsic.value()).isEqualTo(name + "." + method.getName());
                operations++;
            }
        }
        assertThat(operations).isGreaterThan(150);
    }

    @Test
    void theTypesFunctionsAndFieldsOfThePortExist() throws Exception {
        String port = Files.readString(ROOT.resolve("runtime-c/include/vireo/port.h"));
        for (Class<?> type : operationTypes()) {
            CType cType = type.getAnnotation(CType.class);
            if (cType != null) {
                assertThat(port).contains(cType.value().replace(" *", "") + (cType.value().endsWith("*") ? ";" : " {"));
            }
            for (Method method : operations(type)) {
                CFunction function = method.getAnnotation(CFunction.class);
                if (function != null) {
                    assertThat(port).containsPattern("\\b" + function.value() + "\\(");
                }
                CField field = method.getAnnotation(CField.class);
                if (field != null) {
                    assertThat(port).containsPattern("\\b" + field.value() + ";");
                }
            }
        }
    }

    @Test
    void onlyMemoryWindowsAndEventsAreLinear() throws Exception {
        assertThat(operationTypes().stream()
                        .filter(type -> type.isAnnotationPresent(CType.class))
                        .filter(type -> type.getAnnotation(CType.class).linear()))
                .containsExactlyInAnyOrder(DmaMemory.class, Window.class, Events.class);
        assertThat(DmaMemory.class.isAnnotationPresent(Linear.class)).isTrue();
        assertThat(Window.class.isAnnotationPresent(Linear.class)).isTrue();
        assertThat(Events.class.isAnnotationPresent(Linear.class)).isTrue();
    }

    @Test
    void theStatusCodesHaveThePortsNumbers() throws Exception {
        String port = Files.readString(ROOT.resolve("runtime-c/include/vireo/port.h"));
        for (Errno errno : Errno.values()) {
            assertThat(port).contains("#define " + errno.name() + " " + errno.number() + "\n");
        }
    }

    @Test
    void theReadmeListsEveryPublicTypeAndEveryIntrinsic() throws Exception {
        String readme = Files.readString(ROOT.resolve("dsl/README.md"));
        for (Class<?> type : types().toList()) {
            assertThat(readme).as("a row for %s", type).contains("`" + type.getSimpleName() + "`");
        }
        for (Class<?> type : operationTypes()) {
            for (Method method : operations(type)) {
                assertThat(readme).as("%s", method).contains("`" + method.getAnnotation(Intrinsic.class).value() + "`");
            }
        }
    }

    /** The types whose operations a driver calls. */
    private static List<Class<?>> operationTypes() throws Exception {
        return types()
                .filter(type -> type.getPackageName().equals("vireo.dsl"))
                .filter(type -> !type.isAnnotation() && type != Side.class)
                .toList();
    }

    private static List<Method> operations(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.getName().equals("toString"))
                .filter(method -> !type.isEnum() || !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !FOR_TESTS_ONLY.contains(type.getSimpleName() + "." + method.getName()))
                .toList();
    }

    /** All public top-level types of the module. */
    private static Stream<Class<?>> types() throws Exception {
        Path classes = Path.of(Uint8.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> names = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .filter(file -> !file.contains("vireo/dsl/sample/"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
            Stream.Builder<Class<?>> types = Stream.builder();
            for (String name : names) {
                Class<?> type = Class.forName(name);
                if (Modifier.isPublic(type.getModifiers())) {
                    types.add(type);
                }
            }
            return types.build();
        } catch (IOException e) {
            throw new IOException("cannot read the compiled classes in " + classes, e);
        }
    }
}
