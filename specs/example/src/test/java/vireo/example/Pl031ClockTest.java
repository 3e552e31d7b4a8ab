// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.jvm.Simulation;

/** The driver's own source, on the JVM, against a model of the device. */
class Pl031ClockTest {
    private static final long BASE = 0x0901_0000L;

    private final Simulation machine = Simulation.sequential();
    private final Pl031Model model = new Pl031Model();
    private Window window;
    private Pl031Clock clock;

    @BeforeEach
    void takeOverTheDevice() throws DriverException {
        machine.addressMap().add("pl031", BASE, 0x1000, model);
        window = machine.addressMap().map(BASE, 0x1000);
        clock = new Pl031Clock(window);
    }

    @AfterEach
    void giveEverythingBack() {
        machine.addressMap().unmap(window);
        machine.close();
    }

    @Test
    void theClockRunsFromWhatItWasSetTo() {
        clock.set(1_000_000);
        model.tick(7);
        assertThat(clock.seconds()).isEqualTo(1_000_007);
    }

    @Test
    void theAlarmComesOnceAndOnTime() throws DriverException {
        clock.set(100);
        clock.alarmAfter(3);
        model.tick(2);
        assertThat(clock.takeAlarm()).isFalse();
        model.tick(1);
        assertThat(model.interruptLine()).isTrue();
        assertThat(clock.takeAlarm()).isTrue();
        assertThat(clock.takeAlarm()).isFalse();
    }

    @Test
    void anAlarmBeyondTheCounterIsRefused() {
        clock.set(0xFFFF_FFFFL);
        assertThatThrownBy(() -> clock.alarmAfter(1))
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EOVERFLOW));
    }

    @Test
    void anAlarmWithoutADelayIsRefused() {
        assertThatThrownBy(() -> clock.alarmAfter(0))
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
    }
}
