// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.sample.Counters;

class PortsTest {
    private final RecordingDevice device = new RecordingDevice();
    private Simulation machine;
    private AddressMap map;

    @BeforeEach
    void plugIn() {
        machine = Simulation.sequential();
        map = machine.addressMap();
        map.addPorts("counters", 0xC040, 0x40, device);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void portsAreRegistersWhoseAddressHasBit63() throws DriverException {
        Window window = map.mapPorts(0xC040, 0x40);
        Counters registers = window.bind(Counters.class, 0);
        device.answer(0x12);
        assertThat(registers.cause().read()).isEqualTo(0x12);
        registers.limit().write(5);
        registers.total().read();
        assertThatThrownBy(() -> registers.wide().read())
                .hasMessageContaining("ports have at most 4").hasMessageContaining("offset 16");
        map.unmap(window);
        assertThat(machine.trace()).hasToString("""
                MAP 0 0x800000000000c040 0x40
                REGISTER_READ 1 0x800000000000c041 0x12
                REGISTER_WRITE 4 0x800000000000c048 0x5
                REGISTER_READ 4 0x800000000000c060 0x12
                REGISTER_READ 4 0x800000000000c064 0x12
                UNMAP 0 0x800000000000c040 0x40""");
        assertThat(device.accesses()).startsWith("read 1 at 0x1", "write 4 at 0x8 = 0x5");
    }

    @Test
    void whereNoDeviceAnswersAtAPortMappingFails() {
        refused(() -> map.mapPorts(0xC000, 0x40), Errno.EINVAL);
        refused(() -> map.mapPorts(0xC060, 0x40), Errno.EINVAL);
        refused(() -> map.map(AddressMap.PORTS | 0xC040, 0x40), Errno.EINVAL);
        map.failMappingAfter(0);
        refused(() -> map.mapPorts(0xC040, 1), Errno.ENOMEM);
        assertThatThrownBy(() -> map.mapPorts(0x1_0000, 1)).hasMessageContaining("mapPorts (port): 65536");
        assertThatThrownBy(() -> map.mapPorts(1, 65537)).hasMessageContaining("mapPorts (length): 65537");
    }

    @Test
    void aMachineWithoutPortsSupportsNone() {
        try (var other = Simulation.sequential()) {
            other.addressMap().add("counters", 0xC040, 0x40, device);
            refused(() -> other.addressMap().mapPorts(0xC040, 1), Errno.EOPNOTSUPP);
        }
    }

    @Test
    void portsAndMemoryAreKeptApart() {
        map.add("memory at the same number", 0xC040, 0x40, new RecordingDevice());
        assertThatThrownBy(() -> map.addPorts("again", 0xC07F, 1, device))
                .hasMessageContaining("overlaps device counters");
        assertThatThrownBy(() -> map.addPorts("beyond", 0xFFFF, 2, device)).hasMessageContaining("addPorts (length): 2");
        assertThatThrownBy(() -> map.add("high", AddressMap.PORTS - 1, 2, device))
                .hasMessageContaining("use addPorts");
    }

    private static void refused(ThrowingCallable call, Errno errno) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }
}
