// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.Cpu;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.InterruptHandler;
import vireo.dsl.PciBus;
import vireo.dsl.jvm.Simulation;

class PciVectorsTest {
    private static final int NETWORK = 3 << 3;
    private static final int DISK = 4 << 3;

    private final Simulation machine = Simulation.sequential();
    private final PciBus bus = machine.pci();
    private final Source source = new Source(3, 10);

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aFunctionGetsAsManyVectorsAsItsTableAndTheKernelHaveRoomFor() {
        machine.pci().add(DISK, new RecordingDevice(), source);
        assertThat(bus.enableVectors(DISK, 2)).isEqualTo(2);
        assertThat(source.numbers).hasSize(2).doesNotHaveDuplicates();
        bus.disableVectors(DISK);
        assertThat(source.numbers).isEmpty();
        assertThat(bus.enableVectors(DISK, 2048)).isEqualTo(3);
        bus.disableVectors(DISK);
        machine.pci().grantAtMost(1);
        assertThat(bus.enableVectors(DISK, 3)).isEqualTo(1);
        bus.disableVectors(DISK);
        machine.pci().grantAtMost(0);
        assertThat(bus.enableVectors(DISK, 3)).isZero();
        bus.disableVectors(DISK);
    }

    @Test
    void aVectorCallsTheHandlerOfItsNumberUntilItIsDisabled() throws DriverException {
        machine.pci().add(DISK, new RecordingDevice(), source);
        assertThat(bus.enableVectors(DISK, 2)).isEqualTo(2);
        List<Long> calls = new ArrayList<>();
        InterruptHandler handler = calls::add;
        machine.interrupts().request(bus.vectorNumber(DISK, 0), handler, 100);
        machine.interrupts().request(bus.vectorNumber(DISK, 1), handler, 101);
        long[] numbers = source.numbers.clone();
        machine.interrupts().raise(numbers[1]);
        machine.interrupts().raise(numbers[0]);
        Cpu.relax();
        assertThat(calls).as("in the order of the messages").containsExactly(101L, 100L);
        assertThatThrownBy(() -> bus.disableVectors(DISK))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("release the handler first");
        machine.interrupts().release(handler);
        bus.disableVectors(DISK);
        machine.interrupts().raise(numbers[0]);
        Cpu.relax();
        assertThat(calls).as("a vector that is not enabled is masked").hasSize(2);
    }

    @Test
    void aVectorIsNotSharedAndHasANumberOnlyWhileItIsEnabled() throws DriverException {
        machine.pci().add(DISK, new RecordingDevice(), source);
        assertThatThrownBy(() -> bus.vectorNumber(DISK, 0)).satisfies(failed(Errno.EINVAL));
        assertThat(bus.enableVectors(DISK, 1)).isEqualTo(1);
        assertThatThrownBy(() -> bus.vectorNumber(DISK, 1)).satisfies(failed(Errno.EINVAL));
        InterruptHandler one = number -> true;
        InterruptHandler other = number -> false;
        machine.interrupts().request(bus.vectorNumber(DISK, 0), one, 0);
        assertThatThrownBy(() -> machine.interrupts().request(bus.vectorNumber(DISK, 0), other, 0))
                .satisfies(failed(Errno.EBUSY));
        machine.interrupts().release(one);
        bus.disableVectors(DISK);
    }

    @Test
    void functionsMayShareALineOrHaveNone() throws DriverException {
        machine.pci().add(DISK, new RecordingDevice(), source);
        machine.pci().add(NETWORK, new RecordingDevice(), new Source(0, 10));
        machine.pci().add(0, new RecordingDevice(), new Source(0, PciInterruptSource.NO_LINE));
        machine.pci().add(8, new RecordingDevice());
        assertThat(bus.lineNumber(DISK)).isEqualTo(10);
        assertThat(bus.lineNumber(NETWORK)).isEqualTo(10);
        for (int without : new int[] {0, 8, 16}) {
            assertThatThrownBy(() -> bus.lineNumber(without)).satisfies(failed(Errno.ENXIO));
        }
        assertThat(bus.enableVectors(NETWORK, 1)).as("no MSI-X").isZero();
        assertThat(bus.enableVectors(16, 1)).as("no function").isZero();
    }

    @Test
    void vectorsThatStayAreALeakAndCannotBeEnabledTwice() {
        try (var other = Simulation.sequential()) {
            other.pci().add(DISK, new RecordingDevice(), source);
            assertThat(other.pci().enableVectors(DISK, 2)).isEqualTo(2);
            assertThatThrownBy(() -> other.pci().enableVectors(DISK, 1))
                    .hasMessageContaining("2 vectors of PCI function 0x20")
                    .hasMessageContaining("are enabled already; disable them first");
            assertThatThrownBy(other::close)
                    .hasMessageContaining("never disabled: 2 vectors of PCI function 0x20, enabled at ");
        }
    }

    @Test
    void whatTheKernelWasAskedIsTraced() throws DriverException {
        machine.pci().add(DISK, new RecordingDevice(), source);
        assertThat(bus.enableVectors(DISK, 9)).isEqualTo(3);
        bus.vectorNumber(DISK, 2);
        bus.lineNumber(DISK);
        bus.disableVectors(DISK);
        assertThat(machine.trace()).hasToString("""
                ENABLE_VECTORS 9 0x20000 0x3
                VECTOR_NUMBER 2 0x20000 0x402
                LINE_NUMBER 0 0x20000 0xa
                DISABLE_VECTORS 0 0x20000 0x0""");
    }

    private static java.util.function.Consumer<Throwable> failed(Errno errno) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(errno));
    }

    /** How a function with a table and a line interrupts. */
    private static final class Source implements PciInterruptSource {
        private final int vectors;
        private final long line;
        private long[] numbers = {};

        Source(int vectors, long line) {
            this.vectors = vectors;
            this.line = line;
        }

        @Override
        public int vectors() {
            return vectors;
        }

        @Override
        public void vectorsEnabled(long[] enabled) {
            numbers = enabled;
        }

        @Override
        public long line() {
            return line;
        }
    }
}
