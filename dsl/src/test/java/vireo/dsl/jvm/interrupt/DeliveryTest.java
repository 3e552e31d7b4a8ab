// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Fence;
import vireo.dsl.jvm.Simulation;

class DeliveryTest {
    private static final long WIRE = 11;

    private final Simulation machine = Simulation.sequential();
    private final InterruptController interrupts = machine.interrupts();

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void anInterruptIsDeliveredAtTheNextBreathAndNotBefore() throws DriverException {
        var handler = new CountingHandler();
        interrupts.request(WIRE, handler, 7);
        interrupts.raise(WIRE);
        Deadline.afterMillis(1).expired();
        Fence.full();
        assertThat(handler.sources()).as("before the breath").isEmpty();
        Cpu.relax();
        Cpu.relax();
        assertThat(handler.sources()).as("once for one edge").containsExactly(7L);
        interrupts.raise(WIRE);
        interrupts.raise(WIRE);
        Cpu.relax();
        assertThat(handler.calls()).as("edges that arrive together are one").isEqualTo(2);
        interrupts.release(handler);
        interrupts.raise(WIRE);
        Cpu.relax();
        assertThat(handler.calls()).as("released").isEqualTo(2);
    }

    @Test
    void anInterruptBeforeTheRequestWaitsForTheHandler() throws DriverException {
        var handler = new CountingHandler();
        interrupts.raise(WIRE);
        Cpu.relax();
        interrupts.request(WIRE, handler, 0);
        Cpu.relax();
        assertThat(handler.calls()).isEqualTo(1);
        interrupts.release(handler);
    }

    @Test
    void eachHandlerOfASharedLineIsAskedUntilTheLevelIsLow() throws DriverException {
        List<String> asked = new ArrayList<>();
        var first = new CountingHandler(source -> {
            asked.add("first");
            return false;
        });
        var second = new CountingHandler(source -> {
            asked.add("second");
            if (asked.size() == 4) {
                interrupts.setLine(WIRE, false);
            }
            return true;
        });
        interrupts.request(WIRE, first, 1);
        interrupts.request(WIRE, second, 2);
        interrupts.setLine(WIRE, true);
        Cpu.relax();
        assertThat(asked).containsExactly("first", "second", "first", "second");
        assertThat(interrupts.spurious(WIRE)).isZero();
        assertThat(interrupts.delivered()).isEqualTo(4);
        interrupts.release(first);
        interrupts.release(second);
    }

    @Test
    void aSharedLineIsHighWhileAnyDeviceHoldsIt() throws DriverException {
        Object disk = new Object();
        Object card = new Object();
        var handler = new CountingHandler(source -> {
            interrupts.setLine(WIRE, interrupts.delivered() == 0 ? disk : card, false);
            return true;
        });
        interrupts.setLine(WIRE, disk, true);
        interrupts.setLine(WIRE, card, true);
        interrupts.setLine(WIRE, card, true);
        interrupts.request(WIRE, handler, 0);
        Cpu.relax();
        assertThat(handler.calls()).isEqualTo(2);
        assertThat(interrupts.isLineHigh(WIRE)).isFalse();
        interrupts.release(handler);
    }

    @Test
    void aLevelThatNobodyLowersIsAScreamingInterrupt() throws DriverException {
        var handler = new CountingHandler(source -> false);
        interrupts.request(WIRE, handler, 0);
        interrupts.setLine(WIRE, true);
        assertThatThrownBy(Cpu::relax)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("screaming interrupt 11")
                .hasMessageContaining("not theirs")
                .hasMessageContaining("DeliveryTest.aLevelThatNobodyLowersIsAScreamingInterrupt");
        assertThat(interrupts.spurious(WIRE)).isEqualTo(100);
        assertThat(interrupts.isLineHigh(WIRE)).isTrue();
        interrupts.release(handler);
        Cpu.relax();
    }

    @Test
    void anEdgeThatNobodyOwnsIsSpurious() throws DriverException {
        var handler = new CountingHandler(source -> false);
        interrupts.request(WIRE, handler, 0);
        interrupts.raise(WIRE);
        Cpu.relax();
        assertThat(interrupts.spurious(WIRE)).isEqualTo(1);
        assertThat(interrupts.spurious(WIRE + 1)).isZero();
        interrupts.release(handler);
    }

    @Test
    void noHandlerInterruptsAHandler() throws DriverException {
        var handler = new CountingHandler(source -> {
            if (source == 1) {
                interrupts.raise(WIRE + 1);
                Cpu.relax();
                assertThat(interrupts.deliver()).isFalse();
            }
            return true;
        });
        interrupts.request(WIRE, handler, 1);
        interrupts.request(WIRE + 1, handler, 2);
        assertThat(interrupts.requested()).isEqualTo(2);
        interrupts.raise(WIRE);
        Cpu.relax();
        Cpu.relax();
        assertThat(handler.sources()).containsExactly(1L, 2L);
        interrupts.release(handler);
        assertThat(interrupts.requested()).isZero();
    }

    @Test
    void withDeliverAnywhereAnInterruptComesBetweenAnyTwoAccesses() throws DriverException {
        DmaMemory memory = machine.arena().allocate(64, 64);
        var bytes = memory.bytes(0, 64);
        var handler = new CountingHandler();
        interrupts.request(WIRE, handler, 0);
        interrupts.deliverAnywhere(1);
        List<Integer> found = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            interrupts.raise(WIRE);
            for (int access = 0; interrupts.delivered() == round; access++) {
                bytes.set(access % 64, 1);
                machine.pci().read8(0, 0);
                if (interrupts.delivered() > round) {
                    found.add(access);
                }
            }
        }
        assertThat(found.stream().distinct().count()).as("different places: %s", found).isGreaterThan(2);
        interrupts.release(handler);
        machine.arena().free(memory);
    }

    @Test
    void whatCannotBeRequestedIsRefused() throws DriverException {
        var handler = new CountingHandler();
        assertThatThrownBy(() -> interrupts.request(InterruptController.FIRST_VECTOR, handler, 0))
                .as("a vector that is not enabled")
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
        interrupts.request(WIRE, handler, 0);
        assertThatThrownBy(() -> interrupts.request(WIRE, handler, 1))
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EBUSY));
        interrupts.failRequestAfter(1);
        interrupts.request(WIRE + 1, handler, 0);
        assertThatThrownBy(() -> interrupts.request(WIRE + 2, handler, 0))
                .isInstanceOfSatisfying(DriverException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOMEM));
        interrupts.request(WIRE + 2, handler, 0);
        interrupts.release(handler);
        assertThatThrownBy(() -> interrupts.setLine(InterruptController.FIRST_VECTOR, true))
                .hasMessageContaining("InterruptController.setLine: 1024");
    }

    @Test
    void aHandlerNeitherWaitsNorAllocates() throws DriverException {
        var events = interrupts.createEvents();
        for (Runnable misdeed : List.<Runnable>of(
                () -> events.await(1, Deadline.afterMillis(1)),
                () -> interrupts.release(new CountingHandler()),
                () -> interrupts.destroyEvents(events))) {
            var handler = new CountingHandler(source -> {
                misdeed.run();
                return true;
            });
            interrupts.request(WIRE, handler, 0);
            interrupts.raise(WIRE);
            assertThatThrownBy(Cpu::relax)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in an interrupt handler");
            interrupts.release(handler);
        }
        interrupts.destroyEvents(events);
    }

    @Test
    void requestsAndCallsAreTraced() throws DriverException {
        var handler = new CountingHandler();
        interrupts.request(WIRE, handler, 5);
        interrupts.raise(WIRE);
        Cpu.relax();
        interrupts.release(handler);
        assertThat(machine.trace()).hasToString("""
                REQUEST_INTERRUPT 0 0xb 0x5
                INTERRUPT 0 0xb 0x5
                HANDLED 0 0xb 0x1
                RELEASE_INTERRUPT 0 0x0 0x1""");
    }

    @Test
    void closingTheMachineNamesWhatWasNotGivenBack() throws DriverException {
        try (var other = Simulation.sequential()) {
            other.interrupts().request(WIRE, new CountingHandler(), 0);
            other.interrupts().createEvents();
            assertThatThrownBy(other::close)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("never released: the handler of interrupt 11, requested at ")
                    .hasMessageContaining("never destroyed: the events 0, created at ");
        }
    }
}
