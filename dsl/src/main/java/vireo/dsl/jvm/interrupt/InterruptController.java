// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.jvm.AccessTrace;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.CallSite;
import vireo.dsl.jvm.RangeCheck;
import vireo.dsl.jvm.VirtualClock;
import vireo.dsl.jvm.memory.Arena;

/**
 * Delivers the interrupts of a simulated machine on the driver's own thread: in {@code Cpu.relax()}, while the driver
 * sleeps in {@code Events.await}, and where a test {@link #deliverAnywhere wants it}, before any access of the driver.
 *
 * <p>The numbers below {@link #FIRST_VECTOR} are wires, which handlers share: a device {@link #raise raises} an edge on
 * one, or {@link #setLine holds a level}. The others are messages of vectors that were enabled; each has one handler.
 * What is raised while nobody is called for it waits for the first handler.
 */
public final class InterruptController implements Interrupts {
    /** The first number of a vector. Wires have the numbers below. */
    public static final long FIRST_VECTOR = 1024;

    private static final int CALLS_AT_ONCE = 100;
    private static final int SHORT_NAPS = 64;
    private static final long NAP = 1_000;
    private static final int ONE_IN = 4;

    private final AccessTrace trace;
    private final VirtualClock clock;
    private final Arena arena;
    private final TreeMap<Long, Interrupt> interrupts = new TreeMap<>();
    private final List<Interrupt> raised = new ArrayList<>();
    private final List<EventFlags> events = new ArrayList<>();
    private long nextVector = FIRST_VECTOR;
    private long requestsToFailure = -1;
    private long delivered;
    private boolean inInterrupt;
    private Random anywhere;

    /**
     * A deliverer without handlers.
     *
     * @param trace where requests, deliveries and events are recorded
     * @param clock moves on while the driver sleeps
     * @param arena the memory that messages are ordered with, and the devices that run beside the driver
     */
    public InterruptController(AccessTrace trace, VirtualClock clock, Arena arena) {
        this.trace = trace;
        this.clock = clock;
        this.arena = arena;
    }

    /** {@inheritDoc} A wire always exists; a vector exists while it is enabled, and is not shared. */
    @Override
    public void request(long number, InterruptHandler handler, long source) throws DriverException {
        RangeCheck.u32(number, "Interrupts.", "request (number)");
        RangeCheck.u32(source, "Interrupts.", "request (source)");
        checkThread("Interrupts.request");
        refuseIfTold();
        Interrupt interrupt = interrupts.get(number);
        if (interrupt == null) {
            if (number >= FIRST_VECTOR) {
                throw new DriverException(Errno.EINVAL);
            }
            interrupt = wire(number);
        }
        if (interrupt.calls(handler) || number >= FIRST_VECTOR && !interrupt.handlers().isEmpty()) {
            throw new DriverException(Errno.EBUSY);
        }
        trace.add(Kind.REQUEST_INTERRUPT, 0, number, source);
        interrupt.add(new RequestedHandler(handler, source, CallSite.outside(InterruptController.class)));
    }

    @Override
    public void release(InterruptHandler handler) {
        checkThread("Interrupts.release");
        int ended = interrupts.values().stream().mapToInt(interrupt -> interrupt.remove(handler)).sum();
        trace.add(Kind.RELEASE_INTERRUPT, 0, 0, ended);
    }

    @Override
    public Events createEvents() throws DriverException {
        checkThread("Interrupts.createEvents");
        refuseIfTold();
        var created = new EventFlags(this, events.size(), CallSite.outside(InterruptController.class));
        events.add(created);
        trace.add(Kind.CREATE_EVENTS, 0, 0, created.id());
        return created;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where they were destroyed before
     */
    @Override
    public void destroyEvents(Events destroyed) {
        checkThread("Interrupts.destroyEvents");
        if (!(destroyed instanceof EventFlags own) || own.controller() != this) {
            throw new IllegalArgumentException(
                    "Interrupts.destroyEvents: these events were not created here: " + destroyed);
        }
        own.destroy(CallSite.outside(InterruptController.class));
        trace.add(Kind.DESTROY_EVENTS, 0, 0, own.id());
    }

    /**
     * A device sends the message of a vector, or raises an edge on a wire. A message is ordered behind what the device
     * stored before; an edge is not. It counts once until it is delivered; a vector that is not enabled drops it.
     */
    public void raise(long number) {
        RangeCheck.u32(number, "InterruptController.", "raise");
        Interrupt interrupt = number < FIRST_VECTOR ? wire(number) : interrupts.get(number);
        if (interrupt == null) {
            return;
        }
        interrupt.raise(number < FIRST_VECTOR ? Interrupt.NO_MOMENT : arena.moment());
        if (!raised.contains(interrupt)) {
            raised.add(interrupt);
        }
    }

    /**
     * The only device on a wire holds its level, or lets it go; see {@link #setLine(long, Object, boolean)}.
     *
     * @param number below {@link #FIRST_VECTOR}
     */
    public void setLine(long number, boolean high) {
        setLine(number, this, high);
    }

    /**
     * A device holds the level of a wire, or lets it go. While some device holds it, the wire's handlers are called again
     * and again. It is not ordered with memory.
     *
     * @param number below {@link #FIRST_VECTOR}
     * @param device which of those that share the wire
     */
    public void setLine(long number, Object device, boolean high) {
        RangeCheck.within(number, 0, FIRST_VECTOR - 1, "InterruptController.", "setLine");
        wire(number).hold(device, high);
    }

    /** Whether the level of a wire is high. */
    public boolean isLineHigh(long number) {
        Interrupt interrupt = interrupts.get(number);
        return interrupt != null && interrupt.isHigh();
    }

    /** Delivers interrupts before accesses of the driver too, now and then; the same seed, the same run. */
    public void deliverAnywhere(long seed) {
        anywhere = new Random(seed);
    }

    /** The driver is about to access something: {@link #deliverAnywhere} may deliver here. */
    public void beforeAccess() {
        if (anywhere != null && !inInterrupt && isAnyDue() && anywhere.nextInt(ONE_IN) == 0) {
            deliver();
        }
    }

    /**
     * Delivers all that is due now. Nothing is delivered while a handler runs.
     *
     * @return whether a handler was called
     * @throws AssertionError for an interrupt that stays due whatever its handlers do
     */
    public boolean deliver() {
        if (inInterrupt) {
            return false;
        }
        long before = delivered;
        for (Interrupt due : List.copyOf(raised)) {
            if (due.isDue()) {
                raised.remove(due);
                call(due);
            }
        }
        for (Interrupt line : List.copyOf(interrupts.values())) {
            for (int calls = 1; line.isHigh() && line.isDue(); calls++) {
                boolean handled = call(line);
                if (calls == CALLS_AT_ONCE && line.isHigh()) {
                    throw new AssertionError("screaming interrupt " + line.number() + ": the level is high after "
                            + CALLS_AT_ONCE + " calls of " + handlers(line) + ", and the last call said that it was "
                            + (handled ? "theirs" : "not theirs"));
                }
            }
        }
        return delivered != before;
    }

    /**
     * Lets the machine run until something happened, an interrupt or a scheduled action; at the latest until a point in
     * time. Devices that run beside the driver get ever longer naps, so that waiting in vain is quick.
     *
     * @param until nanoseconds on the machine's clock, unsigned
     * @return whether something happened in time
     */
    public boolean sleep(long until) {
        checkThread("Events.await");
        for (long naps = 0; ; naps++) {
            if (deliver()) {
                return true;
            }
            long now = clock.elapsed();
            if (Long.compareUnsigned(now, until) >= 0) {
                return false;
            }
            arena.relax();
            if (naps >= SHORT_NAPS) {
                arena.settle();
            }
            if (deliver()) {
                return true;
            }
            long left = Math.min(until - now, Long.MAX_VALUE - now);
            long nap = arena.hasDevices() ? NAP << Math.max(0, Math.min(naps - SHORT_NAPS, 40)) : left;
            OptionalLong action = clock.nextScheduled();
            boolean acts = action.isPresent() && action.getAsLong() - now <= Math.min(nap, left);
            clock.advance(acts ? Math.max(0, action.getAsLong() - now) : Math.min(nap, left));
            if (acts) {
                deliver();
                return true;
            }
        }
    }

    /**
     * Makes one request, or creation of events, fail with {@link Errno#ENOMEM}.
     *
     * @param successes requests and creations that succeed before it, at least 0
     */
    public void failRequestAfter(int successes) {
        requestsToFailure = RangeCheck.within(successes, 0, Integer.MAX_VALUE, "InterruptController.",
                "failRequestAfter");
    }

    /** How often a handler was called. */
    public long delivered() {
        return delivered;
    }

    /** How often all handlers of a number said that it was not theirs. */
    public long spurious(long number) {
        Interrupt interrupt = interrupts.get(number);
        return interrupt == null ? 0 : interrupt.spurious();
    }

    /** How many numbers have a handler. */
    public long requested() {
        return interrupts.values().stream().filter(interrupt -> !interrupt.handlers().isEmpty()).count();
    }

    /** What was not given back, one line each, with where it was taken. */
    public List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        interrupts.values().forEach(interrupt -> interrupt.handlers().forEach(handler ->
                leaks.add("never released: the handler of interrupt " + interrupt.number() + ", requested at "
                        + handler.requestedAt())));
        events.stream().filter(EventFlags::live).forEach(flags -> leaks.add("never destroyed: " + flags));
        return leaks;
    }

    /** Makes the numbers of vectors that a function gets; they were never used before. */
    public long[] addVectors(int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = nextVector++;
            interrupts.put(numbers[i], new Interrupt(numbers[i]));
        }
        return numbers;
    }

    /**
     * Ends vectors.
     *
     * @throws IllegalStateException where one still has a handler
     */
    public void removeVectors(long[] numbers) {
        for (long number : numbers) {
            Interrupt vector = interrupts.get(number);
            if (!vector.handlers().isEmpty()) {
                throw new IllegalStateException("PciBus.disableVectors: interrupt " + number + " still has "
                        + handlers(vector) + "; release the handler first");
            }
            interrupts.remove(number);
            raised.remove(vector);
        }
    }

    /** Records a signal, before whose flags every earlier store is complete. */
    void recordSignal(int id, long flags) {
        arena.beforeRegisterWrite();
        trace.add(Kind.SIGNAL, id, 0, flags);
    }

    /** Records what was taken of some events. */
    long record(Kind kind, int id, long wanted, long taken) {
        trace.add(kind, id, wanted, taken);
        return taken;
    }

    private boolean call(Interrupt interrupt) {
        long moment = interrupt.take();
        if (moment != Interrupt.NO_MOMENT) {
            arena.afterMessage(moment);
        }
        boolean handled = false;
        inInterrupt = true;
        try {
            for (RequestedHandler requested : interrupt.handlers()) {
                trace.add(Kind.INTERRUPT, 0, interrupt.number(), requested.source());
                boolean own = requested.handler().interrupt(requested.source());
                trace.add(Kind.HANDLED, 0, interrupt.number(), own ? 1 : 0);
                handled |= own;
                delivered++;
            }
        } finally {
            inInterrupt = false;
        }
        if (!handled) {
            interrupt.countSpurious();
        }
        return handled;
    }

    private Interrupt wire(long number) {
        return interrupts.computeIfAbsent(number, Interrupt::new);
    }

    private boolean isAnyDue() {
        return interrupts.values().stream().anyMatch(Interrupt::isDue);
    }

    private void refuseIfTold() throws DriverException {
        if (requestsToFailure == 0) {
            requestsToFailure = -1;
            throw new DriverException(Errno.ENOMEM);
        }
        requestsToFailure -= requestsToFailure > 0 ? 1 : 0;
    }

    private void checkThread(String operation) {
        if (inInterrupt) {
            throw new IllegalStateException(operation + " in an interrupt handler: it may sleep or allocate; signal"
                    + " the thread that waits instead");
        }
    }

    private static String handlers(Interrupt interrupt) {
        return interrupt.handlers().stream().map(RequestedHandler::requestedAt)
                .reduce("", (all, site) -> all + (all.isEmpty() ? "" : " and ") + "the handler requested at " + site);
    }
}
