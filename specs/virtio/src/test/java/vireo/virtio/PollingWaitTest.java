// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.DriverException;
import vireo.dsl.jvm.Simulation;

/** Without interrupts, the configuration's generation tells whether it has changed. */
class PollingWaitTest {
    private Simulation machine;
    private MockTransport transport;
    private PollingWait waiting;

    @BeforeEach
    void makeMachine() {
        machine = Simulation.sequential();
        transport = new MockTransport(machine);
        waiting = new PollingWait(transport);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        waiting.release();
        machine.close();
    }

    @Test
    void eachChangeIsToldOnce() throws DriverException {
        waiting.connect(1);
        assertThat(waiting.mayHaveChanged()).isFalse();
        transport.changeConfiguration();
        assertThat(waiting.mayHaveChanged()).isTrue();
        assertThat(waiting.mayHaveChanged()).isFalse();
        transport.changeConfiguration();
        transport.changeConfiguration();
        assertThat(waiting.mayHaveChanged()).isTrue();
        assertThat(waiting.mayHaveChanged()).isFalse();
    }

    @Test
    void whatWasBeforeTheDeviceIsConnectedIsNoChange() throws DriverException {
        transport.changeConfiguration();
        waiting.connect(1);
        assertThat(waiting.mayHaveChanged()).isFalse();
    }

    @Test
    void aLegacyDeviceMayHaveChangedAtAnyTime() throws DriverException {
        transport.asLegacy();
        waiting.connect(1);
        assertThat(waiting.mayHaveChanged()).isTrue();
        assertThat(waiting.mayHaveChanged()).isTrue();
    }
}
