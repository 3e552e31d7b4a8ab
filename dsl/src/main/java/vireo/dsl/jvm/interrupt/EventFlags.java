// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.dsl.jvm.interrupt;

import vireo.dsl.Deadline;
import vireo.dsl.Events;
import vireo.dsl.jvm.AccessTrace.Kind;
import vireo.dsl.jvm.RangeCheck;

/** Flags on one machine. Once destroyed they are poisoned: every use says where they were destroyed. */
final class EventFlags implements Events {
    private final InterruptController controller;
    private final int id;
    private final String createdAt;
    private String destroyedAt;
    private long up;

    EventFlags(InterruptController controller, int id, String createdAt) {
        this.controller = controller;
        this.id = id;
        this.createdAt = createdAt;
    }

    InterruptController controller() {
        return controller;
    }

    int id() {
        return id;
    }

    boolean live() {
        return destroyedAt == null;
    }

    void destroy(String site) {
        checkOwned("destroyEvents at " + site);
        destroyedAt = site;
    }

    @Override
    public void signal(long flags) {
        checkOwned("signal");
        RangeCheck.u32(flags, "Events.", "signal");
        controller.recordSignal(id, flags);
        up |= flags;
    }

    @Override
    public long take(long wanted) {
        checkOwned("take");
        RangeCheck.u32(wanted, "Events.", "take");
        return controller.record(Kind.TAKE, id, wanted, lower(wanted));
    }

    @Override
    public long await(long wanted, Deadline deadline) {
        checkOwned("await");
        RangeCheck.within(wanted, 1, 0xFFFF_FFFFL, "Events.", "await");
        boolean inTime = true;
        while ((up & wanted) == 0 && inTime) {
            inTime = controller.sleep(deadline.nanoseconds());
        }
        return controller.record(Kind.AWAIT, id, wanted, lower(wanted));
    }

    private long lower(long wanted) {
        long taken = up & wanted;
        up &= ~wanted;
        return taken;
    }

    private void checkOwned(String operation) {
        if (!live()) {
            throw new IllegalStateException("Events: " + operation + " after it was moved: " + this);
        }
    }

    /** Which they are, and what became of them. */
    @Override
    public String toString() {
        return "the events " + id + ", created at " + createdAt + (live() ? "" : ", destroyed at " + destroyedAt);
    }
}
