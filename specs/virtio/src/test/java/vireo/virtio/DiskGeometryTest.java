// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Text;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.Simulation;

/** A disk's size may change while it is in use. */
class DiskGeometryTest {
    private final Simulation machine = Simulation.sequential();
    private final MockTransport transport = new MockTransport(machine);
    private VirtioBlkDevice disk;

    @AfterEach
    void nothingIsLeftBehind() {
        disk.release();
        assertThat(transport.violations()).isEmpty();
        machine.close();
    }

    @ParameterizedTest
    @CsvSource({"64, 512, false", "65, 512, true", "64, 1024, true", "0, 4096, true"})
    void aDiskThatChangesIsSeenToChange(long capacity, int blockSize, boolean changed) throws DriverException {
        open();
        assertThat(disk.refresh()).as("nothing has changed since it was opened").isFalse();
        transport.block().capacity(capacity).blockSize(blockSize);
        assertThat(disk.refresh()).as("the device has not said so").isFalse();
        transport.changeConfiguration();
        assertThat(disk.refresh()).isEqualTo(changed);
        assertThat(disk.capacity()).isEqualTo(capacity);
        assertThat(disk.blockSize()).isEqualTo(blockSize);
        assertThat(disk.refresh()).isFalse();
    }

    @Test
    void aChangeThatCouldNotBeReadIsNotForgotten() throws DriverException {
        open();
        transport.block().capacity(7);
        transport.changeConfiguration();
        machine.addressMap().failMappingAfter(0);
        Refusal.expect(Errno.ENOMEM, () -> disk.refresh());
        assertThat(disk.capacity()).isEqualTo(64);
        assertThat(disk.refresh()).isTrue();
        assertThat(disk.capacity()).isEqualTo(7);
    }

    @Test
    void aLegacyDisksEmptyConfigurationIsReadTwiceToo() throws DriverException {
        transport.asLegacy();
        transport.block().capacity(0);
        open();
        assertThat(disk.capacity()).isZero();
        long reads = machine.trace().accesses().stream().filter(access -> access.kind() == Kind.REGISTER_READ).count();
        assertThat(reads).as("registers that were read").isEqualTo(6);
    }

    private void open() throws DriverException {
        disk = new VirtioBlkDevice(transport, new KernelDma(machine.arena()), new PollingWait(transport), Text.format("virtio-blk0"));
    }
}
