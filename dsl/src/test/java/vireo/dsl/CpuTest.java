// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.MemoryOrder;

@SuppressWarnings("try") // An open machine acts through the thread's environment, unnamed.
class CpuTest {
    @Test
    void theOrderOfBytesIsThatOfTheMachine() {
        try (var machine = Simulation.sequential()) {
            assertThat(Cpu.isLittleEndian()).isTrue();
        }
        try (var machine = new Simulation(MemoryOrder.sequential(), ByteOrder.BIG_ENDIAN)) {
            assertThat(Cpu.isLittleEndian()).isFalse();
        }
    }
}
