// SPDX-License-Identifier: MIT OR GPL-2.0-only
package vireo.virtio.compiled;

import vireo.dsl.DriverException;
import vireo.virtio.BlockRequest;
import vireo.virtio.BlockUnit;
import vireo.virtio.DmaRegion;
import vireo.virtio.VirtioBlkDevice;

/** A disk that runs on the JVM. */
record JvmDisk(BlockUnit unit) implements Disk {
    private record JvmBuffer(DmaRegion region) implements Disk.Buffer {
        @Override
        public long physical() {
            return region.memory().physical();
        }
    }

    private record JvmRequest(BlockRequest request) implements Disk.Request {}

    private VirtioBlkDevice disk() {
        return unit.disk();
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
    public boolean refresh() throws DriverException {
        return disk().refresh();
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
        return unit.regionsHeld();
    }

    @Override
    public void release() {
        unit.release();
    }
}
