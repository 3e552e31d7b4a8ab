// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import vireo.dsl.InterruptHandler;

/** One interrupt number: who is called for it, and whether it asks for a call now. */
final class Interrupt {
    /** The moment of an interrupt that says nothing about memory. */
    static final long NO_MOMENT = -1;

    private final long number;
    private final List<RequestedHandler> handlers = new ArrayList<>();
    private final Set<Object> holders = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean raised;
    private long moment = NO_MOMENT;
    private long spurious;

    Interrupt(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** Who is called, in the order of their requests: a copy. */
    List<RequestedHandler> handlers() {
        return List.copyOf(handlers);
    }

    void add(RequestedHandler handler) {
        handlers.add(handler);
    }

    /** Takes a handler's requests back, and says how many there were. */
    int remove(InterruptHandler handler) {
        int before = handlers.size();
        handlers.removeIf(requested -> requested.handler() == handler);
        return before - handlers.size();
    }

    boolean calls(InterruptHandler handler) {
        return handlers.stream().anyMatch(requested -> requested.handler() == handler);
    }

    /** A message, or an edge; {@code at} is the moment up to which memory is ordered before it. */
    void raise(long at) {
        raised = true;
        moment = at;
    }

    /** One device holds the level, or lets it go. */
    void hold(Object device, boolean level) {
        if (level) {
            holders.add(device);
        } else {
            holders.remove(device);
        }
    }

    /** Whether any device holds the level. */
    boolean isHigh() {
        return !holders.isEmpty();
    }

    /** Whether there is a reason to call, and someone to be called. */
    boolean isDue() {
        return (raised || isHigh()) && !handlers.isEmpty();
    }

    /** Takes the message or edge, which is being delivered, and returns its moment. */
    long take() {
        long taken = raised ? moment : NO_MOMENT;
        raised = false;
        return taken;
    }

    void countSpurious() {
        spurious++;
    }

    long spurious() {
        return spurious;
    }
}
