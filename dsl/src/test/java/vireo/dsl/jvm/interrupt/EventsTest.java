// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Events;
import vireo.dsl.jvm.Simulation;

class EventsTest {
    private static final long WIRE = 3;

    private final Simulation machine = Simulation.sequential();
    private final InterruptController interrupts = machine.interrupts();
    private Events events;
    private CountingHandler handler;

    @BeforeEach
    void request() throws DriverException {
        events = interrupts.createEvents();
        handler = new CountingHandler(source -> {
            events.signal(source);
            return true;
        });
        interrupts.request(WIRE, handler, 1);
        interrupts.request(WIRE + 1, handler, 1L << 31);
    }

    @AfterEach
    void close() {
        interrupts.release(handler);
        interrupts.destroyEvents(events);
        machine.close();
    }

    @Test
    void takingLowersTheWantedFlagsAndLeavesTheOthers() {
        assertThat(events.take(0xFFFF_FFFFL)).isZero();
        events.signal(0b0110);
        events.signal(0b1100);
        assertThat(events.take(0b0011)).isEqualTo(0b0010);
        assertThat(events.take(0b0011)).isZero();
        assertThat(events.take(0xFFFF_FFFFL)).isEqualTo(0b1100);
    }

    @Test
    void anInterruptEndsTheWaitAtItsTime() {
        machine.clock().schedule(5_000, () -> interrupts.raise(WIRE));
        assertThat(events.await(1, Deadline.afterMillis(1000))).isEqualTo(1);
        assertThat(machine.clock().elapsed()).isEqualTo(5_000);
        assertThat(events.take(1)).as("awaiting lowers").isZero();
    }

    @Test
    void aFlagThatIsUpBeforeTheWaitEndsItAtOnce() {
        events.signal(1);
        Deadline deadline = Deadline.afterMillis(1000);
        long before = machine.clock().elapsed();
        assertThat(events.await(1, deadline)).as("no wake-up is lost").isEqualTo(1);
        assertThat(machine.clock().elapsed()).isEqualTo(before);
    }

    @Test
    void anInterruptThatIsDueBeforeTheWaitIsNotLost() {
        interrupts.raise(WIRE);
        assertThat(events.await(1, Deadline.afterMillis(1000))).isEqualTo(1);
        assertThat(machine.clock().elapsed()).isLessThan(1_000);
    }

    @Test
    void flagsThatAreNotWantedDoNotEndTheWaitAndStayUp() {
        machine.clock().schedule(1_000, () -> interrupts.raise(WIRE));
        machine.clock().schedule(9_000, () -> interrupts.raise(WIRE + 1));
        assertThat(events.await(1L << 31, Deadline.afterMillis(1000))).isEqualTo(1L << 31);
        assertThat(machine.clock().elapsed()).isEqualTo(9_000);
        assertThat(events.take(1)).isEqualTo(1);
    }

    @Test
    void whereNothingCanHappenTheDeadlineIsNext() {
        Deadline deadline = Deadline.afterMillis(3);
        assertThat(events.await(1, deadline)).isZero();
        assertThat(machine.clock().elapsed()).isEqualTo(deadline.nanoseconds());
    }

    @Test
    void anInterruptAtTheDeadlineIsInTimeAndALaterOneIsNot() {
        Deadline deadline = Deadline.afterMillis(1);
        long left = deadline.nanoseconds() - machine.clock().elapsed();
        machine.clock().schedule(left, () -> interrupts.raise(WIRE));
        assertThat(events.await(1, deadline)).isEqualTo(1);
        Deadline next = Deadline.afterMillis(1);
        machine.clock().schedule(next.nanoseconds() - machine.clock().elapsed() + 1, () -> interrupts.raise(WIRE));
        assertThat(events.await(1, next)).isZero();
        assertThat(events.await(1, Deadline.afterMillis(1))).as("it comes a little later").isEqualTo(1);
    }

    @Test
    void aDeadlineThatHasPassedStillTakesWhatIsThere() {
        interrupts.raise(WIRE);
        assertThat(events.await(1, Deadline.afterMillis(0))).isEqualTo(1);
        assertThat(events.await(1, Deadline.afterMillis(0))).isZero();
    }

    @Test
    void devicesBesideTheDriverRunWhileItSleeps() {
        int[] steps = {0};
        machine.concurrently(() -> {
            if (++steps[0] == 200) {
                interrupts.raise(WIRE);
            }
        });
        assertThat(events.await(1, Deadline.afterMillis(0xFFFF_FFFFL))).isZero();
        assertThat(steps[0]).as("waiting in vain is quick").isLessThan(200);
        for (int i = 0; i < 20 && events.take(1) == 0; i++) {
            events.await(2, Deadline.afterMillis(0xFFFF_FFFFL));
        }
        assertThat(steps[0]).isGreaterThanOrEqualTo(200);
        assertThat(handler.calls()).isEqualTo(1);
    }

    @Test
    void aLevelThatStaysHighScreamsInAWait() throws DriverException {
        interrupts.setLine(WIRE, true);
        assertThatThrownBy(() -> events.await(2, Deadline.afterMillis(1)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("the last call said that it was theirs");
        interrupts.setLine(WIRE, false);
    }

    @Test
    void misuseIsRefused() throws DriverException {
        assertThatThrownBy(() -> events.await(0, Deadline.afterMillis(1))).hasMessageContaining("Events.await: 0");
        assertThatThrownBy(() -> events.signal(1L << 32)).hasMessageContaining("Events.signal: 4294967296");
        assertThatThrownBy(() -> events.take(-1)).hasMessageContaining("Events.take: -1");
        Events gone = interrupts.createEvents();
        interrupts.destroyEvents(gone);
        assertThatThrownBy(() -> gone.signal(1)).hasMessageContaining("signal after it was moved: the events 1");
        assertThatThrownBy(() -> interrupts.destroyEvents(gone)).hasMessageContaining("destroyed at ");
        interrupts.failRequestAfter(0);
        assertThatThrownBy(interrupts::createEvents)
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
        try (var other = Simulation.sequential()) {
            assertThatThrownBy(() -> other.interrupts().destroyEvents(events))
                    .hasMessageContaining("these events were not created here");
        }
    }

    @Test
    void signalsTakesAndWaitsAreTraced() {
        machine.trace().clear();
        events.signal(6);
        events.take(2);
        events.await(5, Deadline.afterMillis(1));
        events.await(1, Deadline.afterMillis(1));
        assertThat(machine.trace()).hasToString("""
                SIGNAL 0 0x0 0x6
                TAKE 0 0x2 0x2
                AWAIT 0 0x5 0x4
                AWAIT 0 0x1 0x0""");
    }
}
