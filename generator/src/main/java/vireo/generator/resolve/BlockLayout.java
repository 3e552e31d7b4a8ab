// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Unit;
import vireo.generator.syntax.ast.Annotation;
import vireo.generator.syntax.ast.Modifiers;
import vireo.generator.syntax.ast.RecordComponent;
import vireo.generator.syntax.ast.TypeDeclaration;

/**
 * The registers of one block, as its record declares them.
 *
 * @param size bytes
 */
public record BlockLayout(SourceType type, int size, List<Register> registers) {
    /**
     * A register.
     *
     * @param dsl the dsl type that says which accesses there are
     * @param array reached through {@code at}
     */
    public record Register(RegisterDecl declaration, DslType dsl, boolean array) {}

    public BlockLayout {
        registers = List.copyOf(registers);
    }

    /** Reads the components; what is wrong about one is reported and the register left out. */
    static BlockLayout read(SourceType type, World world) {
        List<Register> registers = new ArrayList<>();
        TypeDeclaration.RecordType record = (TypeDeclaration.RecordType) type.declaration();
        int size = record.modifiers()
                .annotation("RegisterBlock")
                .flatMap(a -> LayoutNumbers.required(a, "size", type, world))
                .orElse(0);
        for (RecordComponent component : record.components()) {
            register(component, type, world).ifPresent(r -> {
                registers.stream()
                        .filter(o -> o.declaration().name().equals(component.name()))
                        .findFirst()
                        .ifPresent(o -> world.findings()
                                .duplicate(
                                        component.nameSpan(),
                                        "register",
                                        component.name(),
                                        o.declaration().span()));
                registers.add(r);
            });
        }
        for (RecordComponent component : record.components()) {
            component.modifiers().annotation("SelectedBy").ifPresent(a -> checkSelector(a, registers, world));
        }
        return new BlockLayout(type, size, registers);
    }

    private static void checkSelector(Annotation annotation, List<Register> registers, World world) {
        String selector = TypeResolver.text(annotation).orElse("");
        List<String> names = registers.stream().map(r -> r.declaration().name()).toList();
        if (!names.contains(selector)) {
            world.findings().unknown(TypeResolver.textSpan(annotation), "register", selector, names);
        }
    }

    private static Optional<Register> register(RecordComponent component, SourceType type, World world) {
        Modifiers modifiers = component.modifiers();
        boolean array = component.type().name().endsWith("RegisterArray");
        String name = array && component.type().arguments().size() == 1
                ? component.type().arguments().get(0).name()
                : component.type().name();
        Optional<TypeSymbol> symbol = world.names(type).type(name);
        if (symbol.isEmpty()) {
            world.findings()
                    .unknown(
                            component.type().span(),
                            "type",
                            name,
                            world.names(type).suggestions());
            return Optional.empty();
        }
        if (!(symbol.get() instanceof TypeSymbol.Dsl dsl) || dsl.type().shape() != DslType.Shape.REGISTER) {
            world.findings()
                    .mismatch(
                            component.type().span(),
                            "`" + component.type().text() + "` is no register",
                            "Use a register type, such as `Rw32`, or `RegisterArray<Rw32>`.");
            return Optional.empty();
        }
        Optional<Integer> offset = LayoutNumbers.at(component, type, world);
        Optional<Annotation> counted = modifiers.annotation("Count");
        int count = counted.flatMap(a -> LayoutNumbers.required(a, "value", type, world))
                .orElse(1);
        if (array != counted.isPresent()) {
            world.findings()
                    .declaration(
                            component.nameSpan(),
                            array ? "a register array without `@Count`" : "`@Count` on a single register",
                            "Write `@Count(n) RegisterArray<" + dsl.type().simpleName() + ">`.");
            return Optional.empty();
        }
        long mask = modifiers
                .annotation("Mask")
                .flatMap(a -> world.types().number(a, "value", type))
                .map(BigInteger::longValue)
                .orElse(-1L);
        DslType register = dsl.type();
        return offset.map(at -> new Register(
                new RegisterDecl(
                        type.name(),
                        component.name(),
                        at,
                        register.access(),
                        register.bits(),
                        register.split(),
                        modifiers.annotation("Halves").isPresent(),
                        Math.max(1, count),
                        mask,
                        TypeResolver.find(modifiers.annotations(), component.type(), "BitMask")
                                .isPresent(),
                        modifiers.annotation("SelectedBy").flatMap(TypeResolver::text),
                        component.documentation().javadoc(),
                        component.nameSpan(),
                        new ProtocolAnnotations(world, type).feature(modifiers),
                        unit(component, array, type, world),
                        array ? world.types().unit(component.type(), modifiers.annotations(), type) : Optional.empty()),
                register,
                array));
    }

    /** Of a register array, the unit of a register stands before the register's type. */
    private static Optional<Unit> unit(RecordComponent component, boolean array, SourceType type, World world) {
        return array
                ? world.types().unit(component.type().arguments().get(0), List.of(), type)
                : world.types().unit(component.type(), component.modifiers().annotations(), type);
    }

    /** The register of that name. */
    public Optional<Register> find(String name) {
        return registers.stream()
                .filter(r -> r.declaration().name().equals(name))
                .findFirst();
    }

    /** The names of all registers. */
    public List<String> names() {
        return registers.stream().map(r -> r.declaration().name()).toList();
    }
}
