// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.Simulation;

class PciFunctionsTest {
    private final Simulation machine = Simulation.sequential();
    private final AccessTrace trace = machine.trace();
    private final PciFunctions bus = machine.pci();
    private final RecordingDevice function = new RecordingDevice();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void whereThereIsNoFunctionReadsAreAllOnesAndWritesAreLost() {
        assertThat(bus.read8(0, 0)).isEqualTo(0xFF);
        assertThat(bus.read16(0xFFFF, 4094)).isEqualTo(0xFFFF);
        assertThat(bus.read32(8, 4)).isEqualTo(0xFFFF_FFFFL);
        bus.write16(8, 4, 1);
    }

    @Test
    void aFunctionAnswersAtItsNumberUntilItIsRemoved() {
        bus.add(0x0018, function);
        function.answer(0x1AF4);
        assertThat(bus.read16(0x0018, 0)).isEqualTo(0x1AF4);
        bus.write16(0x0018, 4, 6);
        bus.write32(0x0018, 0x10, 0xFFFF_FFFFL);
        bus.remove(0x0018);
        assertThat(bus.read16(0x0018, 0)).isEqualTo(0xFFFF);
        assertThat(function.accesses())
                .containsExactly("read 2 at 0x0", "write 2 at 0x4 = 0x6", "write 4 at 0x10 = 0xffffffff");
        assertThat(trace).hasToString("""
                CONFIG_READ 2 0x18000 0x1af4
                CONFIG_WRITE 2 0x18004 0x6
                CONFIG_WRITE 4 0x18010 0xffffffff
                CONFIG_READ 2 0x18000 0xffff""");
    }

    @Test
    void accessesOutsideTheDeclarationAreRefused() {
        assertThatThrownBy(() -> bus.read16(0, 1))
                .hasMessageContaining("offset 1 is no multiple of the width, 2 bytes");
        assertThatThrownBy(() -> bus.read32(0, 4094)).hasMessageContaining("no multiple");
        assertThatThrownBy(() -> bus.read8(0, 4096)).hasMessageContaining("read (offset): 4096");
        assertThatThrownBy(() -> bus.read8(65536, 0)).hasMessageContaining("read (function): 65536");
        assertThatThrownBy(() -> bus.write16(0, 0, 65536)).hasMessageContaining("write16: 65536");
        assertThatThrownBy(() -> bus.write32(0, 0, -1)).hasMessageContaining("write32: -1");
        bus.add(1, function);
        assertThatThrownBy(() -> bus.add(1, function)).hasMessageContaining("there is a PCI function 0x1 already");
        function.answer(0x1_0000);
        assertThatThrownBy(() -> bus.read16(1, 0))
                .hasMessageContaining("PCI function 0x1 answered a read of 2 bytes at 0");
    }
}
