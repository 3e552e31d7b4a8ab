// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vireo.generator.ir.Interval;
import vireo.generator.ir.RegisterDecl;
import vireo.generator.ir.Type;

/** The dsl's classes are the one source of what its types and methods mean. */
class DslClassesTest {
    private final DslClasses dsl = DslClasses.load(Optional.ofNullable(System.getProperty("vireo.dsl.classes"))
            .map(p -> List.of(Path.of(p)))
            .orElse(List.of()));

    private DslType type(String simpleName) {
        return dsl.find("vireo.dsl." + simpleName).orElseThrow();
    }

    @Test
    void registersSayWidthAndMode() {
        assertThat(type("Ro32").shape()).isEqualTo(DslType.Shape.REGISTER);
        assertThat(type("Ro32").bits()).isEqualTo(32);
        assertThat(type("W1c8").bits()).isEqualTo(8);
        assertThat(type("W1c8").access()).isEqualTo(RegisterDecl.Access.WRITE_ONE_TO_CLEAR);
        assertThat(type("RwSplit64").split()).isTrue();
        assertThat(type("RwSplit64").bits()).isEqualTo(64);
    }

    @Test
    void cellsSayWidthAndOrder() {
        assertThat(DslValueTypes.of(type("Le16"))).isEqualTo(new Type.Cell(Type.ByteOrder.LITTLE, 16));
        assertThat(DslValueTypes.of(type("Be64"))).isEqualTo(new Type.Cell(Type.ByteOrder.BIG, 64));
        assertThat(DslValueTypes.of(type("Octet"))).isEqualTo(new Type.Cell(Type.ByteOrder.NONE, 8));
    }

    @Test
    void signaturesCarryRangesAndQualifiers() {
        DslMethod read = type("Ro32").methods("read").get(0);
        assertThat(read.result()).isEqualTo(Type.Int.of(Type.Java.LONG, Interval.U32));
        DslMethod raw = type("Le16").methods("raw").get(0);
        assertThat(((Type.Int) raw.result()).qualifiers()).containsExactly(Type.Qualifier.LITTLE_ENDIAN);
        DslMethod allocate = type("DmaAllocator").methods("allocate").get(0);
        assertThat(allocate.throwing()).isTrue();
        assertThat(allocate.cFunction()).contains("vireo_dma_alloc");
        assertThat(((Type.Int) allocate.parameters().get(0).type()).range()).isEqualTo(Interval.of(1, 0x4000_0000));
        assertThat(type("DmaAllocator")
                        .methods("free")
                        .get(0)
                        .parameters()
                        .get(0)
                        .moves())
                .isTrue();
    }

    @Test
    void foreignTypesNameTheirTypeInC() {
        assertThat(DslValueTypes.of(type("DmaMemory")))
                .isEqualTo(new Type.Foreign("vireo.dsl.DmaMemory", "struct vireo_dma_memory", true));
    }

    @Test
    void constantsAreUnsignedWhereTheirTypeIs() {
        assertThat(type("Uint64").constant("MAX").orElseThrow().value()).isEqualTo(Interval.U64.max());
        assertThat(type("Uint16").constant("MAX").orElseThrow().value()).isEqualTo(BigInteger.valueOf(65535));
        assertThat(type("Uint16").constant("MIN")).isEmpty();
    }

    @Test
    void whatIsNotOfTheDslIsNotFound() {
        assertThat(dsl.find("vireo.dsl.Missing")).isEmpty();
        assertThat(dsl.find("vireo.dsl.jvm.Environment")).isEmpty();
        assertThat(dsl.find("java.lang.String")).isEmpty();
    }
}
