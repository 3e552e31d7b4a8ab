// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Events;
import vireo.dsl.InterruptHandler;
import vireo.dsl.Interrupts;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;
import vireo.dsl.jvm.Simulation;

/** The services of a machine, one answer of which may be a refusal, whichever it is. */
final class JvmKernel {
    private final Simulation machine;
    private int successesLeft = -1;

    JvmKernel(Simulation machine) {
        this.machine = machine;
    }

    WindowMapper mapper() {
        return new Mapper();
    }

    DmaAllocator allocator() {
        return new Allocator();
    }

    Interrupts interrupts() {
        return new Deliverer();
    }

    /** See {@link Driver#refuseAfter}. */
    void refuseAfter(int successes) {
        successesLeft = successes;
    }

    private void refuseIfTold() throws DriverException {
        if (successesLeft == 0) {
            successesLeft = -1;
            throw new DriverException(Errno.ENOMEM);
        }
        successesLeft -= successesLeft > 0 ? 1 : 0;
    }

    private final class Mapper implements WindowMapper {
        @Override
        public Window map(long physical, long length) throws DriverException {
            refuseIfTold();
            return machine.addressMap().map(physical, length);
        }

        @Override
        public Window mapPorts(int port, long length) throws DriverException {
            refuseIfTold();
            return machine.addressMap().mapPorts(port, length);
        }

        @Override
        public void unmap(Window window) {
            machine.addressMap().unmap(window);
        }
    }

    private final class Allocator implements DmaAllocator {
        @Override
        public DmaMemory allocate(long size, long align) throws DriverException {
            refuseIfTold();
            return machine.arena().allocate(size, align);
        }

        @Override
        public void free(DmaMemory memory) {
            machine.arena().free(memory);
        }
    }

    private final class Deliverer implements Interrupts {
        @Override
        public void request(long number, InterruptHandler handler, long source) throws DriverException {
            refuseIfTold();
            machine.interrupts().request(number, handler, source);
        }

        @Override
        public void release(InterruptHandler handler) {
            machine.interrupts().release(handler);
        }

        @Override
        public Events createEvents() throws DriverException {
            refuseIfTold();
            return machine.interrupts().createEvents();
        }

        @Override
        public void destroyEvents(Events events) {
            machine.interrupts().destroyEvents(events);
        }
    }
}
