// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.Errno;
import vireo.dsl.jvm.Simulation;

/** A device has a second to confirm that it is reset. */
class ResetConfirmationTest {
    private static final long SECOND = 1_000_000_000L;

    private final Simulation machine = Simulation.sequential();
    private final MockTransport transport = new MockTransport(machine);

    @AfterEach
    void closeMachine() {
        machine.close();
    }

    @Test
    void aDeviceThatConfirmsInTimeIsReset() {
        transport.addStatus(DeviceStatus.DRIVER);
        machine.clock().schedule(SECOND - 10_000_000, this::confirm);
        assertThatCode(() -> ResetConfirmation.await(transport)).doesNotThrowAnyException();
    }

    @Test
    void aDeviceThatConfirmsLaterIsNot() {
        transport.addStatus(DeviceStatus.DRIVER);
        machine.clock().schedule(SECOND + 10_000_000, this::confirm);
        long before = machine.clock().nanoseconds();
        Refusal.expect(Errno.ETIMEDOUT, () -> ResetConfirmation.await(transport));
        assertThat(machine.clock().nanoseconds() - before).isBetween(SECOND, SECOND + 5_000_000);
        assertThat(machine.log().lines().toString()).contains("does not confirm its reset within 1000 ms");
    }

    private void confirm() {
        assertThatCode(transport::reset).doesNotThrowAnyException();
    }
}
