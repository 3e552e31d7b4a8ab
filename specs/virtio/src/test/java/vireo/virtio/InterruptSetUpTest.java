// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vireo.dsl.Conforms;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Interrupts;
import vireo.dsl.jvm.Simulation;

/** Every call that interrupts are set up and taken down with, in its order. */
class InterruptSetUpTest {
    private final Simulation machine = Simulation.sequential();
    private final MockTransport transport = new MockTransport(machine);
    private final Journal journal = new Journal();
    private final Transport watched = journal.of(Transport.class, transport);
    private final Interrupts interrupts = journal.of(Interrupts.class, machine.interrupts());
    private InterruptWait waiting;

    @AfterEach
    void nothingIsLeftBehind() {
        if (waiting != null) {
            waiting.release();
        }
        assertThat(machine.interrupts().requested()).isZero();
        machine.close();
    }

    @Test
    @Conforms("drv.pci.msix.1")
    void aVectorForEachQueue() throws DriverException {
        long first = connect(2, 9, 9);
        assertThat(journal.take()).containsExactly(
                "createEvents()", "enableVectors(3)", "assignConfigVector(0)", "assignQueueVector(0, 1)", "assignQueueVector(1, 2)",
                "interruptNumber(0)", request(first, 2), "interruptNumber(1)", request(first + 1, 4),
                "interruptNumber(2)", request(first + 2, 5));
    }

    @Test
    void aVectorForAllQueues() throws DriverException {
        long first = connect(2, 2, 9);
        assertThat(journal.take()).endsWith(
                "enableVectors(3)", "disableVectors()", "enableVectors(2)", "assignConfigVector(0)", "assignQueueVector(0, 1)",
                "assignQueueVector(1, 1)", "interruptNumber(0)", request(first, 2), "interruptNumber(1)", request(first + 1, 3));
    }

    @Test
    void theSecondVectorOfADeviceWithOneQueueIsThatQueues() throws DriverException {
        long first = connect(1, 2, 9);
        assertThat(journal.take()).endsWith("interruptNumber(0)", request(first, 2), "interruptNumber(1)", request(first + 1, 4));
    }

    @Test
    void aVectorForEverything() throws DriverException {
        long first = connect(2, 1, 9);
        assertThat(journal.take()).endsWith("disableVectors()", "enableVectors(1)", "assignConfigVector(0)", "assignQueueVector(0, 0)",
                "assignQueueVector(1, 0)", "interruptNumber(0)", request(first, 1));
    }

    @Test
    @Conforms("drv.pci.msix.3")
    void aDeviceThatRefusesAVectorHasThemTakenAway() throws DriverException {
        connect(2, 9, 0);
        assertThat(journal.take()).containsExactly(
                "createEvents()", "enableVectors(3)", "assignConfigVector(0)", "disableVectors()",
                "enableVectors(2)", "assignConfigVector(0)", "disableVectors()",
                "enableVectors(1)", "assignConfigVector(0)", "disableVectors()",
                "interruptNumber(0)", request(MockTransport.LINE, 0));
    }

    @Test
    void theFirstQueueWithoutAVectorEndsTheAttempt() throws DriverException {
        connect(3, 9, 2);
        assertThat(journal.take()).containsSubsequence(
                "enableVectors(4)", "assignConfigVector(0)", "assignQueueVector(0, 1)", "assignQueueVector(1, 2)", "disableVectors()",
                "enableVectors(2)");
    }

    @Test
    void nobodyIsCalledAnyMoreBeforeTheVectorsGo() throws DriverException {
        connect(1, 2, 2);
        journal.take();
        waiting.release();
        waiting = null;
        assertThat(journal.take()).containsExactly("release(InterruptWait)", "disableVectors()", "destroyEvents(EventFlags)");
    }

    @Test
    void lookingWhetherThereIsAnInterruptLeavesNone() throws DriverException {
        transport.withVectors(2, 2);
        assertThat(InterruptWait.isPossible(watched)).isTrue();
        assertThat(journal.take()).containsExactly("enableVectors(1)", "disableVectors()");
        transport.withVectors(0, 0).withLine();
        assertThat(InterruptWait.isPossible(watched)).isTrue();
        assertThat(journal.take()).containsExactly("enableVectors(1)", "interruptNumber(0)", "disableVectors()");
    }

    @ParameterizedTest
    @CsvSource({"1, 0x1FF", "2, 0x100", "3, 0xFF", "4, 0x01", "5, 0x02", "11, 0x80", "12, 0x1FF"})
    void eachSourceTellsItsOwn(long source, String events) throws DriverException {
        connect(1, 2, 2);
        assertThat(waiting.interrupt(source)).isTrue();
        assertThat(taken()).isEqualTo(Long.decode(events));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0xFF, true", "2, 0x100, true", "3, 0x1FF, true"})
    @Conforms("drv.pci.isr.1")
    void theLineAsksTheDeviceWhy(int reasons, String events, boolean ours) throws DriverException {
        connect(1, 0, 0);
        if ((reasons & 1) != 0) {
            transport.interruptForQueue(0);
        }
        if ((reasons & 2) != 0) {
            transport.interruptForConfiguration();
        }
        assertThat(waiting.interrupt(0)).isEqualTo(ours);
        assertThat(taken()).isEqualTo(Long.decode(events));
    }

    @Test
    void withoutAnyInterruptNothingIsConnected() throws DriverException {
        waiting = new InterruptWait(watched, interrupts);
        Refusal.expect(Errno.ENXIO, () -> waiting.connect(1));
    }

    /** Connects, and returns the first number that was requested. */
    private long connect(int queues, int granted, int room) throws DriverException {
        transport.withVectors(granted, room).withLine();
        waiting = new InterruptWait(watched, interrupts);
        waiting.connect(queues);
        return granted == 0 || room == 0 ? MockTransport.LINE : transport.interruptNumber(0);
    }

    private static String request(long number, int source) {
        return "request(" + number + ", InterruptWait, " + source + ")";
    }

    private long taken() {
        List<String> calls = machine.trace().accesses().stream().map(Object::toString).filter(a -> a.contains("SIGNAL")).toList();
        return calls.stream().mapToLong(InterruptSetUpTest::flags).reduce(0, (a, b) -> a | b);
    }

    private static long flags(String signal) {
        return Long.decode(signal.substring(signal.lastIndexOf(' ') + 1));
    }
}
