// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.generator.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vireo.generator.ir.DmaDecl;
import vireo.generator.ir.TypeDecl;

/** Registers, cells and memory become single accesses. */
class DeviceAccessTest {
    private static final String REGISTERS =
            """
            @RegisterBlock(size = 0x20)
            public record Registers(
                    @At(0x00) Rw32 select,
                    @At(0x04) @SelectedBy("select") Ro32 window,
                    @At(0x08) @BitMask @Mask(0x3) Rw8 control,
                    @At(0x10) @Count(2) RegisterArray<Wo32> bells,
                    @At(0x18) @Halves RwSplit64 address) {}
            """;
    private static final String USED =
            """
            @Ring(writer = Side.DEVICE, align = 4)
            public record Used(
                    @At(0) Le16 flags,
                    @At(2) @Published @FreeRunning Le16 idx,
                    @At(4) @Length("size") DmaArray<Element> ring,
                    @After("ring") Le16 event) {}
            """;
    private static final String ELEMENT =
            "@DmaStruct(size = 8, align = 4) public record Element(@At(0) Le32 id, @At(4) Le32 len) {}";
    private static final String RING_FIELD =
            """
            private final @Range(min = 1, max = 64) int size;
            private final @Length("size") Used used;
            public A(DmaMemory memory, @Range(min = 1, max = 64) int size) throws DriverException {
                this.size = size;
                this.used = memory.ring(Used.class, 16, size);
            }
            """;

    @Test
    void aReadOfARegisterIsOneStatement() {
        String text =
                "static boolean f(Registers r) { return (r.control().read() & 1) != 0 && r.window().read() == 3; }";
        assertThat(Driver.members(text, REGISTERS).body("f"))
                .isEqualTo(
                        """
                var control : int[0 .. 255] bit_mask
                control = read r.control
                var holds : bool = false
                if ((control & 1) != 0)
                  var window : long[0 .. 4294967295]
                  window = read r.window
                  holds = (window == 3L)
                return holds
                """);
    }

    @Test
    void halvesAndElementsOfRegistersAreNamed() {
        assertThat(Driver.members(
                                "static void f(Registers r, int i) { r.bells().at(i).write(5);"
                                        + " r.address().writeHigh(1); r.address().write(2); }",
                                REGISTERS)
                        .body("f"))
                .isEqualTo(
                        """
                        write r.bells[i] = 5L
                        write.high r.address = 1L
                        write r.address = 2L
                        """);
    }

    @Test
    void aBlockKeepsWhatItsComponentsDeclare() {
        TypeDecl.BlockDecl block = (TypeDecl.BlockDecl)
                Driver.of(REGISTERS).program().type("p.Registers").orElseThrow();
        assertThat(block.size()).isEqualTo(0x20);
        assertThat(block.registers().get(1).selectedBy()).contains("select");
        assertThat(block.registers().get(2).mask()).isEqualTo(3);
        assertThat(block.registers().get(2).bitMask()).isTrue();
        assertThat(block.registers().get(3).count()).isEqualTo(2);
        assertThat(block.registers().get(4).halves()).isTrue();
        assertThat(block.registers().get(4).split()).isTrue();
    }

    @Test
    void aRingKeepsItsPublishedIndexAndItsVariableArray() {
        DmaDecl ring =
                (DmaDecl) Driver.of(USED, ELEMENT).program().type("p.Used").orElseThrow();
        assertThat(ring.writer()).isEqualTo(DmaDecl.Writer.DEVICE);
        assertThat(ring.size()).isEqualTo(4);
        assertThat(ring.fields().get(1).published()).isTrue();
        assertThat(ring.fields().get(2).lengthName()).contains("size");
        assertThat(ring.fields().get(3).after()).contains("ring");
    }

    @Test
    void aRingIsAsLongAsItWasBound() {
        assertThat(Driver.members(RING_FIELD, USED, ELEMENT).body("<init>"))
                .isEqualTo(
                        """
                this.size = size
                var used : Used#size
                used = bind Used#size memory at 16L count size
                this.used = used
                """);
    }

    @Test
    void aCountThatMayChangeIsKept() {
        assertThat(Driver.members("static void f(DmaMemory m, @Range(min = 1, max = 9) int n) throws DriverException {"
                                + " DmaBytes b = m.bytes(0, n); n = 2; b.set(0, n); }")
                        .body("f"))
                .isEqualTo(
                        """
                        var count : int[1 .. 9] = n
                        var b : DmaBytes
                        b = bind DmaBytes m at 0L count count
                        n = 2
                        byte b[0] = n
                        """);
    }

    @Test
    void anObservedIndexIsAnAcquireAndEntriesArePlain() {
        String text = RING_FIELD
                + """
                long f() {
                    @FreeRunning @U16 int idx = used.idx().observe();
                    Element e = used.ring().at(idx & (size - 1));
                    return e.id().get() + e.len().get();
                }
                """;
        assertThat(Driver.members(text, USED, ELEMENT).body("f"))
                .isEqualTo(
                        """
                var idx : int[0 .. 65535] free_running
                idx = load observe this.used.idx
                var e : Element = this.used.ring[(idx & (this.size - 1))]
                var id : long[0 .. 4294967295]
                id = load plain e.id
                var len : long[0 .. 4294967295]
                len = load plain e.len
                return (id + len)
                """);
    }

    @Test
    void rawValuesKeepTheirByteOrder() {
        assertThat(Driver.members(
                                "static long f(Element e) { @LittleEndian @U32 long raw = e.id().raw(); return"
                                        + " Endian.fromLe32(raw); }",
                                ELEMENT)
                        .body("f"))
                .isEqualTo(
                        """
                        var raw : long[0 .. 4294967295] little_endian
                        raw = load raw e.id
                        return swap<long[0 .. 4294967295]>(raw)
                        """);
    }

    @Test
    void portFunctionsAndFieldsOfThePortKeepTheirNames() {
        assertThat(Driver.members(
                                """
                static void f(DmaAllocator dma) throws DriverException {
                    DmaMemory m = dma.allocate(4096, 64);
                    Log.info("%u bytes at 0x%016x", m.size(), m.physical());
                    dma.free(m);
                }
                """)
                        .body("f"))
                .isEqualTo(
                        """
                var m : DmaMemory
                m = vireo_dma_alloc(dma, 4096L, 64L)
                log info "%llu bytes at 0x%016llx" .size(m), .physical(m)
                vireo_dma_free(dma, m)
                """);
    }

    @Test
    void bytesAreCopiedAsAWhole() {
        assertThat(Driver.members(
                                "static void f(DmaBytes b, byte[] data) { b.copyTo(4, data, 0, data.length); b.zero(0,"
                                        + " 8); }")
                        .body("f"))
                .isEqualTo(
                        """
                        copy from_dma b[4] data[0] data.length
                        copy zero b[0]  8
                        """);
    }
}
