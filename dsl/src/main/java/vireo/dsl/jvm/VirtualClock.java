// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * A clock that a test owns. It moves when it is told to, and by a little with each reading, so that a loop that waits
 * for a deadline without a breath in it ends too.
 */
public final class VirtualClock {
    private static final long NANOSECONDS_A_READING = 50;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long now;
    private long scheduled;

    /** Nanoseconds since the clock was made; advances the clock by 50. */
    public long nanoseconds() {
        advance(NANOSECONDS_A_READING);
        return now;
    }

    /** Nanoseconds since the clock was made, as a test sees them: the clock does not move. */
    public long elapsed() {
        return now;
    }

    /**
     * Moves on, and runs what was scheduled on the way, each at its time.
     *
     * @param nanoseconds at least 0
     */
    public void advance(long nanoseconds) {
        long until = Math.addExact(now, RangeCheck.within(nanoseconds, 0, Long.MAX_VALUE, "VirtualClock.", "advance"));
        while (!events.isEmpty() && events.peek().at() <= until) {
            Event event = events.remove();
            now = Math.max(now, event.at());
            event.action().run();
        }
        now = Math.max(now, until);
    }

    /**
     * Runs an action once, when the clock has moved on by so much. Actions for one time run in the order in which
     * they were scheduled.
     *
     * @param nanoseconds from now, at least 0
     */
    public void schedule(long nanoseconds, Runnable action) {
        long at = Math.addExact(now, RangeCheck.within(nanoseconds, 0, Long.MAX_VALUE, "VirtualClock.", "schedule"));
        events.add(new Event(at, scheduled++, action));
    }

    /** When the next scheduled action is due, as {@link #elapsed} tells the time. */
    public OptionalLong nextScheduled() {
        return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.peek().at());
    }

    private record Event(long at, long order, Runnable action) {}
}
