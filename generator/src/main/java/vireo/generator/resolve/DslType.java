// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Type;
import vireo.generator.ir.Unit;

/** A type of the dsl, read from its class on demand. */
public final class DslType {
    /** What a type of the dsl is for. */
    public enum Shape {
        REGISTER,
        REGISTER_ARRAY,
        CELL,
        DMA_ARRAY,
        DMA_BYTES,
        /** Stands for a C type of the port. */
        FOREIGN,
        ERRNO,
        EXCEPTION,
        ANNOTATION,
        /** Static functions and constants. */
        FUNCTIONS
    }

    private final Class<?> type;
    private final DslSignatures signatures;
    private final String intrinsic;
    private final Shape shape;
    private final Map<String, List<DslMethod>> methods = new HashMap<>();

    DslType(Class<?> type, DslSignatures signatures) {
        this.type = type;
        this.signatures = signatures;
        this.intrinsic = DslAnnotations.text(type, "Intrinsic").orElse("");
        this.shape = shapeOf();
    }

    private Shape shapeOf() {
        if (type.isAnnotation()) {
            return Shape.ANNOTATION;
        }
        if (DslAnnotations.has(type, "CType")) {
            return Shape.FOREIGN;
        }
        if (intrinsic.matches("(ro|rw|wo|rc)(8|16|32|64)|w1c(8|16|32)|(ro|rw|wo)split64")) {
            return Shape.REGISTER;
        }
        if (intrinsic.matches("octet|(le|be)(16|32|64)")) {
            return Shape.CELL;
        }
        return switch (intrinsic) {
            case "registerarray" -> Shape.REGISTER_ARRAY;
            case "dmaarray" -> Shape.DMA_ARRAY;
            case "dmabytes" -> Shape.DMA_BYTES;
            case "errno" -> Shape.ERRNO;
            case "driverexception" -> Shape.EXCEPTION;
            default -> Shape.FUNCTIONS;
        };
    }

    /** The qualified name. */
    public String name() {
        return type.getName();
    }

    /** The name without its package. */
    public String simpleName() {
        return type.getSimpleName();
    }

    /** What the type is for. */
    public Shape shape() {
        return shape;
    }

    /** The name that {@code @Intrinsic} gives the type, empty where it gives none. */
    public String intrinsic() {
        return intrinsic;
    }

    /** The width of a register or cell in bits. */
    public int bits() {
        return intrinsic.equals("octet") ? 8 : Integer.parseInt(intrinsic.replaceFirst("^(w1c|[a-z]+)", ""));
    }

    /** Whether a register is accessed as two halves. */
    public boolean split() {
        return intrinsic.contains("split");
    }

    /** How a register may be accessed. */
    public RegisterDecl.Access access() {
        return switch (intrinsic.substring(0, 2)) {
            case "ro" -> RegisterDecl.Access.READ_ONLY;
            case "rw" -> RegisterDecl.Access.READ_WRITE;
            case "wo" -> RegisterDecl.Access.WRITE_ONLY;
            case "rc" -> RegisterDecl.Access.READ_SIDE_EFFECT;
            default -> RegisterDecl.Access.WRITE_ONE_TO_CLEAR;
        };
    }

    /** The byte order of a cell. */
    public Type.ByteOrder order() {
        return intrinsic.startsWith("le")
                ? Type.ByteOrder.LITTLE
                : intrinsic.startsWith("be") ? Type.ByteOrder.BIG : Type.ByteOrder.NONE;
    }

    /** The C type of a foreign type. */
    public String cType() {
        return DslAnnotations.text(type, "CType").orElseThrow();
    }

    /** Whether values are moved, never copied. */
    public boolean linear() {
        return DslAnnotations.find(type, "CType")
                .map(a -> (Boolean) DslAnnotations.argument(a, "linear"))
                .orElse(false);
    }

    /** The public methods of that name, in a stable order. */
    public List<DslMethod> methods(String name) {
        return methods.computeIfAbsent(name, wanted -> Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(wanted) && driverMethod(m))
                .sorted(Comparator.comparing(Method::toGenericString))
                .map(signatures::read)
                .toList());
    }

    /** The names of all methods that a driver may call. */
    public List<String> methodNames() {
        return Arrays.stream(type.getMethods())
                .filter(DslType::driverMethod)
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a driver class that implements the type has to have; empty where the type is not there to be implemented. */
    public List<DslMethod> contract() {
        if (!type.isInterface() || shape != Shape.FOREIGN || !cType().strip().endsWith("*")) {
            return List.of();
        }
        List<Method> open = Arrays.stream(type.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
        return open.stream().anyMatch(m -> DslAnnotations.has(m, "CFunction") || DslAnnotations.has(m, "CField"))
                ? List.of()
                : open.stream().map(signatures::read).toList();
    }

    /** The struct of the port that a pointer of the type points to: {@code vireo_interrupt_handler}. */
    public String structTag() {
        return cType().strip().replaceFirst("^struct ", "").replaceFirst(" *\\*$", "");
    }

    private static boolean driverMethod(Method method) {
        return method.getDeclaringClass() != java.lang.Object.class
                && (DslAnnotations.has(method, "Intrinsic")
                        || DslAnnotations.has(method, "CFunction")
                        || DslAnnotations.has(method, "CField"));
    }

    /** The value of a public constant number, with its declared type. */
    public Optional<DslConstant> constant(String name) {
        try {
            Field field = type.getField(name);
            if (!Modifier.isStatic(field.getModifiers()) || !Modifier.isFinal(field.getModifiers())) {
                return Optional.empty();
            }
            Type declared = signatures.type(field.getAnnotatedType());
            if (!(declared instanceof Type.Int number) || !(field.get(null) instanceof Number value)) {
                return Optional.empty();
            }
            BigInteger exact = BigInteger.valueOf(value.longValue());
            boolean unsigned = exact.signum() < 0 && number.range().contains(exact.add(BigInteger.ONE.shiftLeft(64)));
            return Optional.of(new DslConstant(unsigned ? exact.add(BigInteger.ONE.shiftLeft(64)) : exact, number));
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "constant " + type.getName() + "." + name + " of the dsl is not accessible", e);
        }
    }

    /** A constant of the dsl. */
    public record DslConstant(BigInteger value, Type.Int type) {}

    /** The unit that the annotation stands for. */
    public Optional<Unit> unit() {
        return DslAnnotations.unit(type);
    }

    /** The names of an annotation's arguments. */
    public List<String> elementNames() {
        return Arrays.stream(type.getDeclaredMethods())
                .map(Method::getName)
                .sorted()
                .toList();
    }

    /** The Java type of an annotation's argument: {@code boolean}, {@code long}, {@code Class}, {@code String}. */
    public Optional<String> elementType(String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .map(m -> m.getReturnType().getSimpleName())
                .findFirst();
    }

    /** The names of the constants, of an enum or of numbers. */
    public List<String> constantNames() {
        List<String> names = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                names.add(field.getName());
            }
        }
        return names;
    }

    /** Whether an enum of the dsl has that constant. */
    public boolean hasEnumConstant(String name) {
        return type.isEnum()
                && Arrays.stream(type.getEnumConstants())
                        .anyMatch(c -> ((Enum<?>) c).name().equals(name));
    }
}
