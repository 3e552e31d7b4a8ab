// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vireo.dsl.Cpu;
import vireo.dsl.Deadline;
import vireo.dsl.Errno;
import vireo.dsl.Fence;
import vireo.dsl.Log;
import vireo.dsl.Text;

@SuppressWarnings("try") // An open machine acts through the thread's environment, unnamed.
class EnvironmentTest {
    @Test
    void aDeadlineExpiresWhenTheVirtualClockReachesIt() {
        try (var machine = Simulation.sequential()) {
            long reading = 50;
            Deadline deadline = Deadline.afterMillis(3);
            machine.clock().advance(2_999_999 - reading);
            assertThat(deadline.expired()).as("one nanosecond before").isFalse();
            Deadline exact = Deadline.afterMillis(1);
            machine.clock().advance(1_000_000 - reading);
            assertThat(exact.expired()).as("at the very nanosecond").isTrue();
            assertThat(deadline.expired()).as("later").isTrue();
        }
    }

    @Test
    void theLongestDeadlineDoesNotWrap() {
        try (var machine = Simulation.sequential()) {
            assertThat(Deadline.afterMillis(0xFFFF_FFFFL).expired()).isFalse();
            assertThat(Deadline.afterMillis(0).expired()).isTrue();
            assertThatThrownBy(() -> Deadline.afterMillis(-1)).hasMessageContaining("Deadline.afterMillis: -1");
        }
    }

    @Test
    void aPollingLoopEndsWithAndWithoutABreath() {
        try (var machine = Simulation.sequential()) {
            int breaths = 0;
            for (Deadline deadline = Deadline.afterMillis(1); !deadline.expired(); breaths++) {
                Cpu.relax();
            }
            assertThat(breaths).isBetween(900, 1000);
            for (Deadline deadline = Deadline.afterMillis(1); !deadline.expired(); ) {
                breaths++;
            }
            assertThat(machine.clock().elapsed()).isBetween(2_000_000L, 2_010_000L);
        }
    }

    @Test
    void scheduledActionsRunInOrderEachAtItsTime() {
        var clock = new VirtualClock();
        List<String> ran = new ArrayList<>();
        clock.schedule(20, () -> ran.add("second at " + clock.elapsed()));
        clock.schedule(10, () -> {
            ran.add("first at " + clock.elapsed());
            clock.schedule(5, () -> ran.add("nested at " + clock.elapsed()));
        });
        clock.schedule(20, () -> ran.add("third at " + clock.elapsed()));
        clock.schedule(31, () -> ran.add("too late"));
        clock.advance(30);
        assertThat(ran).containsExactly("first at 10", "nested at 15", "second at 20", "third at 20");
        assertThat(clock.elapsed()).isEqualTo(30);
        assertThatThrownBy(() -> clock.advance(-1)).hasMessageContaining("VirtualClock.advance: -1");
    }

    @Test
    void logLinesArriveWithTheirLevel() {
        try (var machine = Simulation.sequential()) {
            Log.error("cannot reset: %s", Errno.ETIMEDOUT);
            Log.warn("odd");
            Log.info("%s with %u sectors", Text.format("disk %d", 0), -1);
            Log.debug("queue %d", 7);
            assertThat(machine.log().lines())
                    .containsExactly(
                            new RecordedLog.Line(LogLevel.ERROR, "cannot reset: ETIMEDOUT"),
                            new RecordedLog.Line(LogLevel.WARN, "odd"),
                            new RecordedLog.Line(LogLevel.INFO, "disk 0 with 4294967295 sectors"),
                            new RecordedLog.Line(LogLevel.DEBUG, "queue 7"));
            assertThat(machine.log().texts(LogLevel.WARN)).containsExactly("odd");
        }
    }

    @Test
    void aTextIsCutToWhatFitsInC() {
        assertThat(Text.format("%047d", 5)).hasToString("0".repeat(46) + "5");
        assertThat(Text.format("%048d", 5)).hasToString("0".repeat(47));
    }

    /** Published test vectors of 32-bit FNV-1a. */
    @Test
    void aTextsHashIsThatOfItsCharacters() {
        assertThat(Text.format("").hash()).isEqualTo(2_166_136_261L);
        assertThat(Text.format("a").hash()).isEqualTo(0xE40C292CL);
        assertThat(Text.format("foobar").hash()).isEqualTo(0xBF9CF968L);
    }

    @Test
    void installationsNestAndBelongToTheirThread() throws InterruptedException {
        Environment before = Environment.current();
        try (var outer = Simulation.sequential()) {
            Environment outside = Environment.current();
            try (var inner = Simulation.sequential()) {
                assertThat(Environment.current()).isNotSameAs(outside);
            }
            assertThat(Environment.current()).isSameAs(outside);
            var other = new ArrayList<Environment>();
            Thread thread = new Thread(() -> other.add(Environment.current()));
            thread.start();
            thread.join();
            assertThat(other).isNotEmpty().doesNotContain(outside);
        }
        assertThat(Environment.current()).isSameAs(before);
    }

    @Test
    void closingInTheWrongOrderIsRefused() {
        Environment environment = Environment.current();
        var first = Environment.install(new Quiet());
        var second = Environment.install(new Quiet());
        assertThatThrownBy(first::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the last one first");
        second.close();
        first.close();
        first.close();
        assertThat(Environment.current()).isSameAs(environment);
    }

    @Test
    void withoutASimulationTheHostServes() {
        Deadline deadline = Deadline.afterMillis(60_000);
        Cpu.relax();
        Fence.full();
        assertThat(deadline.expired()).isFalse();
        assertThat(Deadline.afterMillis(0).expired()).isTrue();
    }

    private static final class Quiet implements Environment {
        @Override
        public long nanoseconds() {
            return 0;
        }

        @Override
        public void relax() {}

        @Override
        public void fence() {}

        @Override
        public void log(LogLevel level, String line) {}
    }
}
