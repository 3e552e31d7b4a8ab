// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio;

import vireo.dsl.Bit;
import vireo.dsl.BitMask;
import vireo.dsl.Boxed;
import vireo.dsl.Conforms;
import vireo.dsl.Deadline;
import vireo.dsl.DriverException;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Linear;
import vireo.dsl.Log;
import vireo.dsl.Moves;
import vireo.dsl.Range;
import vireo.dsl.U32;
import vireo.dsl.U8;
import vireo.dsl.Unitless;
import vireo.dsl.Vector;

/**
 * Waits by sleeping until the device interrupts. While the driver is awake, the device is asked not to.
 *
 * <p>What an interrupt says is kept in {@link Events}, one for each queue and one for the configuration: nothing else is shared
 * between the handler and the rest of the driver.
 */
@Linear
@Boxed
public final class InterruptWait implements WaitPolicy, InterruptHandler {
    /** What an interrupt can be about: the number with which it was requested. */
    private static final int LINE = 0;

    private static final int EVERYTHING = 1;
    private static final int CONFIGURATION = 2;
    private static final int ALL_QUEUES = 3;
    private static final int FIRST_QUEUE = 4;

    /** Events: bit q for queue q, and these. */
    private static final @BitMask @U32 long QUEUE_EVENTS = (1L << Transport.MAX_QUEUES) - 1;

    private static final @BitMask @U32 long CONFIGURATION_EVENT = 1L << Transport.MAX_QUEUES;

    private final Transport transport;
    private final Interrupts interrupts;
    private final Events events;

    /**
     * Waits for a device that is not connected yet.
     *
     * @throws DriverException ENOMEM
     */
    public InterruptWait(Transport transport, Interrupts interrupts) throws DriverException {
        this.transport = transport;
        this.interrupts = interrupts;
        this.events = interrupts.createEvents();
    }

    /** Whether a device has an interrupt, of whatever kind, that the kernel can deliver. */
    public static boolean isPossible(Transport transport) {
        try {
            if (transport.enableVectors(1) == 0) {
                Log.debug("interrupt line %u", transport.interruptNumber(0));
            }
            return true;
        } catch (DriverException e) {
            Log.info("no interrupt (%s): the device is polled", e.errno());
            return false;
        } finally {
            // Nobody listens yet, and the device has not been reset: it may have something to say.
            transport.disableVectors();
        }
    }

    /** Takes the best that device and kernel have: a vector for each queue, one for all queues, one for everything, a line. */
    @Override
    public void connect(@Queue @Range(min = 1, max = Transport.MAX_QUEUES) int queues) throws DriverException {
        if (useVectors(queues, (@Vector int) queues + 1) || useVectors(queues, 2) || useVectors(queues, 1)) {
            return;
        }
        interrupts.request(transport.interruptNumber(0), this, LINE);
    }

    @Override
    public void pause(VirtQueue queue, @Queue @Range(max = Transport.MAX_QUEUES - 1) int index, Deadline deadline) {
        if (!queue.letInterrupt()) {
            @BitMask @U32 long queueEvent = Bit.mask(index);
            events.await(queueEvent, deadline);
        }
        queue.suppressInterrupts();
    }

    @Override
    public boolean mayHaveChanged() {
        return events.take(CONFIGURATION_EVENT) != 0;
    }

    @Override
    @Moves
    public void release() {
        interrupts.release(this);
        transport.disableVectors();
        interrupts.destroyEvents(events);
    }

    /** Notes what happened, for whoever waits for it. */
    @Override
    public boolean interrupt(@U32 long source) {
        if (source == LINE) {
            return noteReasons(transport.acknowledgeInterrupt());
        }
        if (source >= FIRST_QUEUE && source < FIRST_QUEUE + (@Unitless int) Transport.MAX_QUEUES) {
            events.signal(Bit.mask((int) source - FIRST_QUEUE));
        } else if (source == CONFIGURATION) {
            events.signal(CONFIGURATION_EVENT);
        } else {
            events.signal(source == ALL_QUEUES ? QUEUE_EVENTS : QUEUE_EVENTS | CONFIGURATION_EVENT);
        }
        return true;
    }

    /**
     * Gives the device vectors and requests them.
     *
     * @param wanted one for the configuration and one a queue, or 2, or 1
     * @return whether kernel and device have that many
     */
    @Conforms("drv.pci.msix.1")
    @Conforms("drv.pci.msix.2")
    @Conforms("drv.pci.msix.3")
    private boolean useVectors(
            @Queue @Range(min = 1, max = Transport.MAX_QUEUES) int queues,
            @Vector @Range(min = 1, max = Transport.MAX_VECTORS) int wanted)
            throws DriverException {
        if (transport.enableVectors(wanted) < wanted || !assignVectors(queues, wanted)) {
            transport.disableVectors();
            return false;
        }
        if (wanted == 1) {
            interrupts.request(transport.interruptNumber(0), this, EVERYTHING);
            return true;
        }
        interrupts.request(transport.interruptNumber(0), this, CONFIGURATION);
        if (wanted == 2) {
            interrupts.request(transport.interruptNumber(1), this, queues == 1 ? FIRST_QUEUE : ALL_QUEUES);
            return true;
        }
        for (int queue = 0; queue < queues; queue++) {
            interrupts.request(
                    transport.interruptNumber((@Vector int) queue + 1), this, FIRST_QUEUE + (@Unitless int) queue);
        }
        return true;
    }

    /** The configuration uses vector 0; the queues share what is left, or each has its own. */
    private boolean assignVectors(
            @Queue @Range(min = 1, max = Transport.MAX_QUEUES) int queues,
            @Vector @Range(min = 1, max = Transport.MAX_VECTORS) int vectors) {
        boolean assigned = transport.assignConfigVector(0);
        for (int queue = 0; queue < queues && assigned; queue++) {
            int own = (@Vector int) queue + 1;
            assigned = transport.assignQueueVector(queue, own < vectors ? own : vectors - 1);
        }
        return assigned;
    }

    /** Notes what a line's interrupt was about. A line may be shared: without a reason, the interrupt was another device's. */
    @Conforms("drv.pci.isr.1")
    private boolean noteReasons(@BitMask @U8 int reasons) {
        if ((reasons & IsrStatus.QUEUE) != 0) {
            events.signal(QUEUE_EVENTS);
        }
        if ((reasons & IsrStatus.CONFIGURATION) != 0) {
            events.signal(CONFIGURATION_EVENT);
        }
        return reasons != 0;
    }
}
