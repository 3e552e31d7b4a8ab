// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import java.util.ArrayList;
import java.util.List;
import vireo.dsl.DmaAllocator;
import vireo.dsl.DmaMemory;
import vireo.dsl.DriverException;
import vireo.dsl.Errno;
import vireo.dsl.Window;
import vireo.dsl.WindowMapper;
import vireo.dsl.jvm.AccessTrace.Access;
import vireo.dsl.jvm.Simulation;
import vireo.dsl.jvm.memory.DmaDeviceView;
import vireo.virtio.BlockRequest;
import vireo.virtio.DmaRegion;
import vireo.virtio.PciBlockDevice;
import vireo.virtio.VirtioBlkDevice;
import vireo.virtio.VirtioPci;

/** The driver's sources, as javac compiled them. */
final class JvmDriver implements Driver {
    private final Simulation machine;
    private final List<Disk> disks = new ArrayList<>();
    private int successesLeft = -1;

    JvmDriver(Simulation machine) {
        this.machine = machine;
    }

    @Override
    public DmaDeviceView memory() {
        return machine.deviceMemory();
    }

    @Override
    public long probe(int lastBus) {
        return VirtioPci.probePciDevices(
                machine.pci(), lastBus, new Mapper(), new Allocator(), device -> disks.add(new JvmDisk(device)));
    }

    @Override
    public List<Disk> disks() {
        return disks;
    }

    @Override
    public void refuseAfter(int successes) {
        successesLeft = successes;
    }

    @Override
    public List<Access> takeTrace() {
        List<Access> taken = machine.trace().accesses();
        machine.trace().clear();
        return taken;
    }

    @Override
    public Holdings holdings() {
        return new Holdings(machine.arena().liveBytes(), machine.addressMap().leaks().size(), 0);
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

    private record JvmBuffer(DmaRegion region) implements Disk.Buffer {
        @Override
        public long physical() {
            return region.memory().physical();
        }
    }

    private record JvmRequest(BlockRequest request) implements Disk.Request {}

    private record JvmDisk(PciBlockDevice device) implements Disk {
        private VirtioBlkDevice disk() {
            return device.disk();
        }

        private static DmaRegion region(Buffer buffer) {
            return ((JvmBuffer) buffer).region();
        }

        private static BlockRequest request(Request request) {
            return ((JvmRequest) request).request();
        }

        @Override
        public String name() {
            return disk().name().toString();
        }

        @Override
        public long capacity() {
            return disk().capacity();
        }

        @Override
        public int blockSize() {
            return disk().blockSize();
        }

        @Override
        public boolean isReadOnly() {
            return disk().isReadOnly();
        }

        @Override
        public void read(long sector, Buffer buffer, long length) throws DriverException {
            disk().read(sector, region(buffer), length);
        }

        @Override
        public void write(long sector, Buffer buffer, long length) throws DriverException {
            disk().write(sector, region(buffer), length);
        }

        @Override
        public void readBytes(long sector, byte[] data) throws DriverException {
            disk().readBytes(sector, data);
        }

        @Override
        public void writeBytes(long sector, byte[] data) throws DriverException {
            disk().writeBytes(sector, data);
        }

        @Override
        public void flush() throws DriverException {
            disk().flush();
        }

        @Override
        public Request submitRead(long sector, Buffer buffer, long length) throws DriverException {
            return new JvmRequest(disk().submitRead(sector, region(buffer), length));
        }

        @Override
        public Request submitWrite(long sector, Buffer buffer, long length) throws DriverException {
            return new JvmRequest(disk().submitWrite(sector, region(buffer), length));
        }

        @Override
        public void kick() {
            disk().kick();
        }

        @Override
        public boolean isComplete(Request request) throws DriverException {
            return disk().isComplete(request(request));
        }

        @Override
        public Buffer complete(Request request) throws DriverException {
            return new JvmBuffer(disk().complete(request(request)));
        }

        @Override
        public Buffer reclaim(Request request) throws DriverException {
            return new JvmBuffer(disk().reclaim(request(request)));
        }

        @Override
        public Buffer allocateBuffer(long size) throws DriverException {
            return new JvmBuffer(disk().allocateBuffer(size));
        }

        @Override
        public void releaseBuffer(Buffer buffer) {
            disk().releaseBuffer(region(buffer));
        }

        @Override
        public long regionsHeld() {
            return device.regionsHeld();
        }

        @Override
        public void release() {
            device.release();
        }
    }
}
